using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.Tests.Leaks;

namespace OneDrive.Sdk.FieldTests.Support;

/// <summary>Clients of a scripted service with the settings that the catalogue of reports uses.</summary>
internal static class FieldClient
{
    internal const int FragmentSize = 655_360;
    internal const int SingleRequestLimit = 327_680;

    /// <summary>
    /// A client that is signed in; the caller disposes it. Its clock runs fast unless <paramref name="configure"/> sets another.
    /// </summary>
    internal static OneDriveClient Create(
        ScriptedService service, Action<OneDriveOptions>? configure = null, HttpMessageHandler? transport = null)
    {
        var options = new OneDriveOptions
        {
            Cloud = OneDriveCloud.Custom(service.Endpoint, service.Endpoint),
            TimeProvider = new FastTime(),
            LoggerFactory = LeakListener.LoggerFactory,
        };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(20);
        options.Transfers.FragmentSize = FragmentSize;
        options.Transfers.SingleRequestLimit = SingleRequestLimit;
        configure?.Invoke(options);
        return new OneDriveClient(new SignedIn(), options, transport);
    }

    private sealed class SignedIn : IAccessTokenProvider
    {
        public bool IsApplicationOnly => false;

        public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new AccessToken("field-token", DateTimeOffset.MaxValue));
    }
}
