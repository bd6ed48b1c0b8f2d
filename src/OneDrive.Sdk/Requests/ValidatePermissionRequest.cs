namespace OneDrive.Sdk.Requests;

/// <summary>The body that proves the right to use a protected permission.</summary>
[JsonRequest]
internal sealed partial class ValidatePermissionRequest
{
    public required string ChallengeToken { get; init; }

    public string? Password { get; init; }
}
