using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Leaks;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>An emulator with a web application, and people who sign in to it.</summary>
internal sealed class UserScenario : IAsyncDisposable
{
    internal const string Callback = "https://backup.example/api/adapters/onedrive/callback";
    internal const string Secret = "w3b~application-secret";

    private readonly List<IDisposable> _flows = [];

    private UserScenario(OneDriveEmulator emulator, ManualTimeProvider clock)
    {
        Emulator = emulator;
        Clock = clock;
        Cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint);
        Application = emulator.AddApplication(application =>
        {
            application.ClientSecret = Secret;
            application.RedirectUris.Add(new Uri(Callback));
        });
        Desktop = emulator.AddApplication(application =>
        {
            application.IsPublicClient = true;
            application.RedirectUris.Add(new Uri("http://localhost"));
        });
    }

    internal OneDriveEmulator Emulator { get; }

    internal ManualTimeProvider Clock { get; }

    internal OneDriveCloud Cloud { get; }

    internal EmulatorApplication Application { get; }

    internal EmulatorApplication Desktop { get; }

    internal TestBrowser Browser { get; } = new();

    internal int TokenRequests => Emulator.Traffic.Of(EmulatorOperation.Token).Count;

    internal string Issuer => $"{Emulator.Endpoint}{Emulator.TenantId}/v2.0";

    internal AccessTokenRequest Request => new() { Resource = Emulator.Endpoint };

    internal static async Task<UserScenario> StartAsync(Action<EmulatorOptions>? configure = null)
    {
        var clock = new ManualTimeProvider();
        return new(
            await OneDriveEmulator.StartAsync(options =>
            {
                options.TimeProvider = clock;
                configure?.Invoke(options);
            }),
            clock);
    }

    internal AuthorizationCodeFlow WebFlow(
        Action<AuthorizationCodeOptions>? configure = null, ITokenStore? store = null, IAuthorizationSessionStore? sessions = null)
    {
        var options = new AuthorizationCodeOptions
        {
            ClientId = Application.ClientId,
            ClientSecret = Secret,
            RedirectUri = new Uri(Callback),
        };
        configure?.Invoke(options);
        var flow = new AuthorizationCodeFlow(
            options, store, sessions, Cloud, loggerFactory: LeakListener.LoggerFactory, timeProvider: Clock);
        _flows.Add(flow);
        return flow;
    }

    internal AuthorizationCodeFlow DesktopFlow(Action<AuthorizationCodeOptions>? configure = null, ITokenStore? store = null)
    {
        var options = new AuthorizationCodeOptions { ClientId = Desktop.ClientId, RedirectUri = new Uri("http://localhost") };
        configure?.Invoke(options);
        var flow = new AuthorizationCodeFlow(options, store, cloud: Cloud, loggerFactory: LeakListener.LoggerFactory, timeProvider: Clock);
        _flows.Add(flow);
        return flow;
    }

    internal DeviceCodeFlow DeviceFlow(ITokenStore? store = null, Action<DeviceCodeOptions>? configure = null)
    {
        var options = new DeviceCodeOptions { ClientId = Desktop.ClientId };
        configure?.Invoke(options);
        var flow = new DeviceCodeFlow(options, store, Cloud, loggerFactory: LeakListener.LoggerFactory, timeProvider: Clock);
        _flows.Add(flow);
        return flow;
    }

    /// <summary>Goes through the sign-in page; what comes back is what the application receives.</summary>
    internal async Task<AuthorizationCallback> VisitAsync(AuthorizationStart start)
    {
        var answer = await Browser.OpenAsync(start.Address);
        return answer.Location is { } location
            ? AuthorizationCallback.Parse(location)
            : AuthorizationCallback.From(answer.FormFields);
    }

    internal async Task<UserSignIn> SignInAsync(AuthorizationCodeFlow flow, string key = "adele", string? name = null)
    {
        var start = await flow.BeginAsync(key, new BeginAuthorizationOptions { LoginHint = name });
        return await flow.CompleteAsync(key, await VisitAsync(start));
    }

    internal OneDriveClient CreateClient(IAccessTokenProvider tokens) =>
        new(tokens, new OneDriveOptions { Cloud = Cloud, TimeProvider = Clock, LoggerFactory = LeakListener.LoggerFactory });

    internal async Task<string> TokenAsync(AuthorizationCodeFlow flow, string key = "adele") =>
        (await flow.ForUser(key).GetTokenAsync(Request, CancellationToken.None)).Value;

    public async ValueTask DisposeAsync()
    {
        foreach (var flow in _flows)
        {
            flow.Dispose();
        }

        Browser.Dispose();
        await Emulator.DisposeAsync();
    }
}
