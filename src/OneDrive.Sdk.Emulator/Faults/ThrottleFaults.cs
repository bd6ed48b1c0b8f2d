namespace OneDrive.Sdk.Emulator;

/// <summary>What a throttle profile consists of.</summary>
internal static class ThrottleFaults
{
    private const int BandwidthLimitExceeded = 509;

    private static readonly EmulatorOperation[] SignIn =
    [
        EmulatorOperation.Token,
        EmulatorOperation.Authorize,
        EmulatorOperation.OpenIdConfiguration,
        EmulatorOperation.SigningKeys,
        EmulatorOperation.SignOut,
        EmulatorOperation.AdminConsent,
        EmulatorOperation.DeviceCode,
        EmulatorOperation.DeviceLogin,
    ];

    /// <summary>Whether an operation is never limited.</summary>
    public static bool IsSignIn(EmulatorOperation operation) => SignIn.Contains(operation);

    public static IReadOnlyList<Fault> Of(ThrottleProfile profile)
    {
        var work = Enum.GetValues<EmulatorOperation>().Except(SignIn).ToArray();
        return profile switch
        {
            ThrottleProfile.Light => [Fault.Throttle(TimeSpan.FromSeconds(1)).On(work).WithProbability(0.02)],
            ThrottleProfile.Heavy =>
            [
                Fault.Throttle(TimeSpan.FromSeconds(1.5), RetryAfterForm.DecimalSeconds).On(work).WithProbability(0.2),
                Fault.Status(503, retryAfter: TimeSpan.FromSeconds(1), form: RetryAfterForm.HttpDate).On(work).WithProbability(0.05),
            ],
            ThrottleProfile.Uploads =>
            [
                Fault.Throttle(TimeSpan.FromSeconds(2)).On(EmulatorOperation.UploadFragment).WithProbability(0.1),
                Fault.Status(BandwidthLimitExceeded).On(EmulatorOperation.UploadFragment).WithProbability(0.05),
            ],
            _ => throw new ArgumentOutOfRangeException(nameof(profile), profile, "The throttling profile does not exist."),
        };
    }
}
