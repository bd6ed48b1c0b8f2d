using OneDrive.Sdk.Emulator.Control;
using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Throttling;
using OneDrive.Sdk.Emulator.Webhooks;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>Puts the parts of an emulator together.</summary>
internal static class Composition
{
    public static RequestPipeline Create(
        OneDriveEmulator emulator,
        EmulatorState state,
        StateSaver saver,
        Tenants tenants,
        ChangeNotifier notifier,
        EmulatorOptions options,
        CancellationToken stopping)
    {
        var downloads = new DownloadUrls(options, Convert.FromHexString(state.Folder.DownloadKey));
        var renderer = new ItemRenderer(downloads, options);
        var resolver = new ItemResolver(state.Directory, new ShareTable(state.Directory), options.TimeProvider);
        var quirks = new StoredQuirks(emulator.Quirks);
        var commit = new UploadCommit(state.Sessions, renderer, quirks);
        var copies = new CopyEndpoints(state.Directory, resolver, state.Copies, options);
        var subscriptions = new SubscriptionEndpoints(resolver, notifier.Subscriptions, notifier.Sender, options);
        var router = new Router(
            CreateIdentity(state, tenants, options),
            new UploadUrlEndpoints(state.Sessions, state.Content, commit, options),
            new DownloadEndpoint(state.Directory, downloads, options),
            copies,
            subscriptions,
            [copies, subscriptions, .. DriveRoutes.Create(state, resolver, renderer, downloads, commit, quirks, options)]);
        return new RequestPipeline(
            router,
            new BearerGate(state.Tokens, state.Claims, options),
            ControlCatalog.Create(emulator, state, options),
            state.Sessions,
            saver,
            emulator.Faults,
            emulator.Quirks,
            new RequestThrottle(emulator.Throttle, state.Tokens, options.TenantId),
            new LineShaper(options),
            emulator.Traffic,
            new ConcernedDrives(state),
            options,
            stopping);
    }

    private static IdentityRoutes CreateIdentity(EmulatorState state, Tenants tenants, EmulatorOptions options)
    {
        var clients = new ClientAuthenticator(state.Applications, new AssertionVerifier(options), options);
        var answers = new TokenAnswers(state.Tokens, tenants, state.SigningKeys, options);
        var devices = new DeviceCodeEndpoint(clients, state.DeviceCodes, state.SignIns, answers, tenants, options);
        var onBehalf = new OnBehalfOfGrant(clients, state.Tokens, state.SignIns, answers, options);
        var choice = new SignInChoice(state.Directory, options);
        var passwords = new PasswordGrant(clients, state.Directory, state.SignIns, answers, options);
        var users = new UserGrants(clients, state.SignIns, answers);
        return new IdentityRoutes(
            new TokenEndpoint(clients, users, devices, onBehalf, passwords, state.Tokens, tenants, options),
            new TokenEndpointV1(clients, state.SignIns, state.Tokens, tenants, options),
            new AuthorizeEndpoint(state.Applications, choice, state.SignIns, answers, tenants, options),
            devices,
            new DeviceLoginPage(state.DeviceCodes, choice),
            new UserRealmEndpoint(state.Directory),
            new OpenIdEndpoints(state.Applications, state.SigningKeys, tenants, options));
    }
}
