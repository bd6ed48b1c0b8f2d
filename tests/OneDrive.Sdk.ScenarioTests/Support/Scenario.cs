using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Leaks;

namespace OneDrive.Sdk.ScenarioTests.Support;

/// <summary>An emulator of its own and a client that is signed in as its default user.</summary>
internal sealed class Scenario : IAsyncDisposable
{
    private Scenario(OneDriveEmulator emulator, Action<OneDriveOptions>? configure, bool isApplicationOnly)
    {
        Emulator = emulator;
        Client = NewClient(configure, isApplicationOnly);
    }

    internal OneDriveEmulator Emulator { get; }

    internal OneDriveClient Client { get; }

    internal EmulatorDrive Drive => Emulator.DefaultUser.Drive;

    internal static async Task<Scenario> StartAsync(
        Action<EmulatorOptions>? emulator = null, Action<OneDriveOptions>? client = null, bool isApplicationOnly = false) =>
        new(await OneDriveEmulator.StartAsync(emulator), client, isApplicationOnly);

    /// <summary>Makes another client of the same emulator; the caller disposes it.</summary>
    internal OneDriveClient NewClient(
        Action<OneDriveOptions>? configure = null,
        bool isApplicationOnly = false,
        HttpMessageHandler? transport = null,
        EmulatorUser? user = null)
    {
        var options = new OneDriveOptions
        {
            Cloud = OneDriveCloud.Custom(Emulator.Endpoint, Emulator.Endpoint),
            LoggerFactory = LeakListener.LoggerFactory,
        };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(50);
        configure?.Invoke(options);
        var tokens = new EmulatorTokens(Emulator, isApplicationOnly ? null : user ?? Emulator.DefaultUser);
        return new OneDriveClient(tokens, options, transport);
    }

    public ValueTask DisposeAsync()
    {
        Client.Dispose();
        return Emulator.DisposeAsync();
    }

    private sealed class EmulatorTokens(OneDriveEmulator emulator, EmulatorUser? user) : IAccessTokenProvider
    {
        private string _token = emulator.IssueAccessToken(user);

        public bool IsApplicationOnly => user is null;

        public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
        {
            if (request.Rejected is not null)
            {
                _token = emulator.IssueAccessToken(user);
            }

            return ValueTask.FromResult(new AccessToken(_token, DateTimeOffset.MaxValue));
        }
    }
}
