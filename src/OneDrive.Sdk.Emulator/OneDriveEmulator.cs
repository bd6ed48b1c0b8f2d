using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.State.Snapshots;
using OneDrive.Sdk.Emulator.Storage;
using OneDrive.Sdk.Emulator.Throttling;
using OneDrive.Sdk.Emulator.Webhooks;

namespace OneDrive.Sdk.Emulator;

/// <summary>
/// Emulates OneDrive and its sign-in on a real socket of the loopback interface, for tests and demonstrations without an account. Graph is
/// at <c>{Endpoint}v1.0/</c>, sign-in at <c>{Endpoint}{tenant}/oauth2/v2.0/token</c>. Several emulators can run at the same time; they do
/// not share state.
/// </summary>
public sealed partial class OneDriveEmulator : IAsyncDisposable
{
    /// <summary>The default tenant id.</summary>
    public const string DefaultTenantId = "7f4bd3c6-6a52-4c61-9d0a-30a1d0e3c5f1";

    /// <summary>The client id of <see cref="DefaultApplication"/>.</summary>
    public const string DefaultClientId = "e2a9b6ce-0d3f-4b8a-8a4c-5d5f1c7b9e21";

    /// <summary>The client secret of <see cref="DefaultApplication"/>. It is valid for emulators only.</summary>
    public const string DefaultClientSecret = "emulator-client-secret";

    private const long OneTebibyte = 1L << 40;

    private readonly CancellationTokenSource _stopping = new();
    private readonly EmulatorOptions _options;
    private readonly EmulatorState _state;
    private readonly StateSaver _saver;
    private readonly Tenants _tenants;
    private readonly LoopbackServer _server;
    private readonly RequestPipeline _pipeline;
    private readonly ChangeNotifier _notifier;
    private int _disposed;

    private OneDriveEmulator(EmulatorOptions options)
    {
        _options = options;
        (_state, _saver) = StateSaver.Open(options);
        HttpsCertificate = options.UseHttps ? Hosting.HttpsCertificate.Find(options.DataFolder, [.. options.HttpsHostNames]) : null;
        _tenants = new Tenants(options);
        _server = new LoopbackServer(options.ListenAddress, options.Port, HttpsCertificate);
        _notifier = new ChangeNotifier(_state.Directory, _state.Subscriptions, options);
        Faults = new FaultPlan(options.Seed, key => _state.Directory.FindOwner(key)?.Drive.Id);
        Quirks = new QuirkPlan(options.Seed);
        Throttle = new ServiceThrottle(options.TimeProvider);
        Webhooks = new EmulatorWebhooks(_notifier);
        Traffic = new TrafficLog(options);
        _snapshots = new SnapshotTable(this, _state, _saver);
        DefaultApplication = AddApplication(application =>
        {
            application.ClientId = DefaultClientId;
            application.ClientSecret = DefaultClientSecret;
            application.RedirectUris.Add(new Uri("http://localhost"));
        });
        DefaultUser = AddUser(user =>
        {
            user.UserPrincipalName = "adele@" + options.TenantDomain;
            user.DisplayName = "Adele Vance";
            user.DriveType = options.DriveType;
        });
        DefaultGroup = AddGroup(group =>
        {
            group.DisplayName = "Marketing";
            group.Mail = "marketing@" + options.TenantDomain;
        });
        _pipeline = Composition.Create(this, _state, _saver, _tenants, _notifier, options, _stopping.Token);
        _saver.Save();
    }

    /// <summary>The address of the emulator, with a trailing slash, such as http://127.0.0.1:41234/.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The id of the tenant.</summary>
    public string TenantId => _options.TenantId;

    /// <summary>The initial application, with a known id and secret.</summary>
    public EmulatorApplication DefaultApplication { get; }

    /// <summary>The initial user: adele@contoso.example.</summary>
    public EmulatorUser DefaultUser { get; }

    /// <summary>The initial group: marketing@contoso.example.</summary>
    public EmulatorGroup DefaultGroup { get; }

    /// <summary>The injected faults.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The quirks: behaviors that differ from the documentation.</summary>
    public QuirkPlan Quirks { get; }

    /// <summary>The clock, which can be moved.</summary>
    public EmulatorClock Clock => (EmulatorClock)_options.TimeProvider;

    /// <summary>The certificate of <see cref="EmulatorOptions.UseHttps"/>, which clients must trust; null without https.</summary>
    public X509Certificate2? HttpsCertificate { get; }

    /// <summary>The recorded requests and responses.</summary>
    public TrafficLog Traffic { get; }

    /// <summary>The lifecycle notifications of subscriptions.</summary>
    public EmulatorWebhooks Webhooks { get; }

    /// <summary>The number of open upload sessions: neither completed nor cancelled nor expired.</summary>
    public int OpenUploadSessions => _state.Sessions.Count;

    /// <summary>
    /// The repairs of <see cref="EmulatorOptions.DataFolder"/> at the start, as text for display; empty if there were none.
    /// </summary>
    public IReadOnlyList<string> DataNotes => _saver.Notes;

    /// <summary>Starts an emulator.</summary>
    /// <param name="configure">Configures the options; null for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <returns>The running emulator; dispose it to stop it and to remove its files.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="IOException">The port is in use, or the data folder is.</exception>
    /// <exception cref="InvalidDataException">The data folder is damaged, or has another version.</exception>
    /// <example>
    /// <code>
    /// await using var emulator = await OneDriveEmulator.StartAsync(options =&gt; options.PageSize = 2);
    ///
    /// var alex = emulator.AddUser(user =&gt; user.UserPrincipalName = "alex@contoso.example");
    /// var sales = emulator.AddGroup(group =&gt; group.Mail = "sales@contoso.example");
    /// alex.Drive.WithFile("Reports/2024.xlsx", [1, 2, 3]).WithFolder("Archive");
    /// </code>
    /// </example>
    public static async Task<OneDriveEmulator> StartAsync(
        Action<EmulatorOptions>? configure = null,
        CancellationToken cancellationToken = default)
    {
        var options = new EmulatorOptions();
        configure?.Invoke(options);
        EmulatorOptionsValidation.Validate(options);
        options.TimeProvider = new EmulatorClock(options.TimeProvider);
        var emulator = new OneDriveEmulator(options);
        try
        {
            emulator._notifier.Start();
            emulator._snapshots.TakeStart();
            emulator.Endpoint = await emulator._server.StartAsync(emulator._pipeline, cancellationToken).ConfigureAwait(false);
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Registers an application.</summary>
    /// <param name="configure">Sets its id, secret and certificates.</param>
    /// <returns>The application.</returns>
    public EmulatorApplication AddApplication(Action<EmulatorApplicationOptions>? configure = null)
    {
        var options = new EmulatorApplicationOptions();
        configure?.Invoke(options);
        var application = new EmulatorApplication(options);
        _state.Applications.Add(application);
        return application;
    }

    /// <summary>Adds a certificate that an application can sign assertions with. Only the public part is kept.</summary>
    /// <param name="clientId">The application.</param>
    /// <param name="certificate">The certificate; its private key is not needed.</param>
    /// <exception cref="ArgumentException">The application does not exist.</exception>
    public void RegisterCertificate(string clientId, X509Certificate2 certificate)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        _state.Applications.Get(clientId).AddCertificate(certificate);
    }

    /// <summary>Adds a redirect URI to an application.</summary>
    /// <param name="clientId">The application.</param>
    /// <param name="redirectUri">The address; the port of <c>http://localhost</c> is ignored.</param>
    /// <exception cref="ArgumentException">The application does not exist.</exception>
    public void RegisterRedirectUri(string clientId, Uri redirectUri)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        _state.Applications.Get(clientId).AddRedirectUri(redirectUri);
    }

    /// <summary>Adds a user and a drive.</summary>
    /// <param name="configure">Sets the name and the kind of drive.</param>
    /// <returns>The user.</returns>
    public EmulatorUser AddUser(Action<EmulatorUserOptions>? configure = null)
    {
        var options = new EmulatorUserOptions();
        configure?.Invoke(options);
        var name = options.UserPrincipalName ?? NewName();
        var state = _state.Directory.AddUser(
            options.Id,
            name,
            options.DisplayName ?? name.Split('@')[0],
            options.Mail ?? name,
            options.DriveType,
            options.Quota ?? OneTebibyte);
        _saver.Save();
        _snapshots.TakeStart(new DriveOwner(state, Group: null));
        return new EmulatorUser(state, NewDrive(state.Drive));
    }

    /// <summary>Adds a group and a document library.</summary>
    /// <param name="configure">Sets the name and the mail address.</param>
    /// <returns>The group.</returns>
    public EmulatorGroup AddGroup(Action<EmulatorGroupOptions>? configure = null)
    {
        var options = new EmulatorGroupOptions();
        configure?.Invoke(options);
        var name = options.DisplayName ?? $"Group {Interlocked.Increment(ref _groupNames) + 1}";
        var mail = options.Mail ?? $"{name.Replace(' ', '-').ToLowerInvariant()}@{_options.TenantDomain}";
        var state = _state.Directory.AddGroup(options.Id, name, mail, options.Quota ?? OneTebibyte);
        _saver.Save();
        _snapshots.TakeStart(new DriveOwner(User: null, state));
        return new EmulatorGroup(_state.Directory, state, NewDrive(state.Drive));
    }

    /// <summary>Finds a drive.</summary>
    /// <param name="driveId">The id of the drive.</param>
    /// <returns>The drive.</returns>
    /// <exception cref="ArgumentException">The drive does not exist.</exception>
    public EmulatorDrive GetDrive(string driveId)
        => NewDrive(_state.Directory.FindDrive(driveId) ?? throw new ArgumentException($"The drive '{driveId}' does not "
            + "exist.", nameof(driveId)));

    /// <summary>Opens the content of a file.</summary>
    /// <param name="driveId">The id of the drive.</param>
    /// <param name="path">The path below the root of the drive.</param>
    /// <returns>A stream of the stored content.</returns>
    public Stream OpenContent(string driveId, string path) => GetDrive(driveId).OpenContent(path);

    /// <summary>Reads the content of a file.</summary>
    /// <param name="driveId">The id of the drive.</param>
    /// <param name="path">The path below the root of the drive.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The stored content.</returns>
    public Task<byte[]> ReadContentAsync(string driveId, string path, CancellationToken cancellationToken = default)
        => GetDrive(driveId).ReadContentAsync(path, cancellationToken);

    /// <summary>Issues an access token for Graph, without a sign-in.</summary>
    /// <param name="user">The user; null for an application without a user.</param>
    /// <param name="application">The application; null for <see cref="DefaultApplication"/>.</param>
    /// <returns>The token; valid for <see cref="EmulatorOptions.AccessTokenLifetime"/>.</returns>
    public string IssueAccessToken(EmulatorUser? user = null, EmulatorApplication? application = null)
        => user is null
            ? _state.Tokens.Issue(application ?? DefaultApplication, Endpoint.AbsoluteUri.TrimEnd('/'), AudienceKind.Graph)
            : _state.Tokens.Issue(
                application ?? DefaultApplication,
                user.State,
                RequestedScopes.Parse(".default", Endpoint.AbsoluteUri.TrimEnd('/')),
                _tenants.Of(user.State),
                claims: null);

    /// <summary>Makes all issued access tokens invalid.</summary>
    public void RevokeAccessTokens()
    {
        _state.Tokens.Clear();
        _saver.Save();
    }

    /// <summary>Stops listening, closes all connections, and removes all files.</summary>
    /// <returns>A task that completes when the emulator has stopped.</returns>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _stopping.CancelAsync().ConfigureAwait(false);
        await _notifier.DisposeAsync().ConfigureAwait(false);
        await _server.StopAsync().ConfigureAwait(false);
        _server.Dispose();
        HttpsCertificate?.Dispose();
        _saver.Save();
        _state.Dispose();
        _saver.Dispose();
        _stopping.Dispose();
    }

    private EmulatorDrive NewDrive(DriveState state) => new(state, DefaultApplication, _state.Content, _saver);
}
