using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.AotSmoke.Service;

/// <summary>Clients without a container that talk to a canned service, and wait for next to nothing.</summary>
internal static class Client
{
    internal const string Token = "token-of-a-user";

    internal static IAccessTokenProvider Tokens { get; } = new DelegateTokenProvider(
        static (_, _) => ValueTask.FromResult(new AccessToken(Token, DateTimeOffset.MaxValue)));

    internal static OneDriveClient For(CannedService service, Action<OneDriveOptions>? configure = null)
    {
        var options = new OneDriveOptions { Retry = { BaseDelay = TimeSpan.FromMilliseconds(1) } };
        configure?.Invoke(options);
        return new OneDriveClient(Tokens, options, service);
    }
}
