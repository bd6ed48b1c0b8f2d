using System.Net;

namespace OneDrive.Sdk.Emulator;

/// <summary>The options of an emulator. All have defaults; times use <see cref="TimeProvider"/>.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The TCP port; zero uses a free port.</summary>
    /// <value>0.</value>
    public int Port { get; set; }

    /// <summary>The address to listen on. The secrets of the emulator are public, so anyone who can connect can use it.</summary>
    /// <value><see cref="IPAddress.Loopback"/>: this machine only.</value>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>Whether to serve https with a generated certificate, see <see cref="OneDriveEmulator.HttpsCertificate"/>.</summary>
    /// <value>false.</value>
    public bool UseHttps { get; set; }

    /// <summary>
    /// Additional host names of the certificate, such as graph.microsoft.com, for clients with fixed addresses that are redirected by a
    /// hosts file.
    /// </summary>
    /// <value>None.</value>
    public IList<string> HttpsHostNames { get; } = [];

    /// <summary>The delay of each request.</summary>
    /// <value>Zero.</value>
    public TimeSpan Latency { get; set; }

    /// <summary>The bandwidth of all requests together, in bytes per second in both directions.</summary>
    /// <value>null: no limit.</value>
    public long? MaxBytesPerSecond { get; set; }

    /// <summary>The time provider of all expirations and time stamps.</summary>
    /// <value><see cref="System.TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Whether file content is discarded on arrival: length and hashes are kept, and a download returns 410.</summary>
    /// <value>false.</value>
    public bool DiscardContent { get; set; }

    /// <summary>The seed of item ids and of random faults.</summary>
    /// <value>1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>The default page size of lists.</summary>
    /// <value>200.</value>
    public int PageSize { get; set; } = 200;

    /// <summary>The id of the tenant.</summary>
    /// <value>A fixed GUID, see <see cref="OneDriveEmulator.DefaultTenantId"/>.</value>
    public string TenantId { get; set; } = OneDriveEmulator.DefaultTenantId;

    /// <summary>The verified domain of the tenant; sign-in accepts it instead of the id.</summary>
    /// <value>contoso.example.</value>
    public string TenantDomain { get; set; } = "contoso.example";

    /// <summary>The kind of drive of <see cref="OneDriveEmulator.DefaultUser"/>.</summary>
    /// <value><see cref="EmulatorDriveType.Business"/>.</value>
    public EmulatorDriveType DriveType { get; set; }

    /// <summary>The lifetime of an access token.</summary>
    /// <value>One hour.</value>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>The lifetime of an authorization code.</summary>
    /// <value>10 minutes.</value>
    public TimeSpan AuthorizationCodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>The lifetime of a device code.</summary>
    /// <value>15 minutes.</value>
    public TimeSpan DeviceCodeLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The polling interval of a device code sign-in.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan DeviceCodeInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The lifetime of a refresh token.</summary>
    /// <value>90 days.</value>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>The handling of used refresh tokens.</summary>
    /// <value><see cref="EmulatorRefreshTokens.Renewed"/>.</value>
    public EmulatorRefreshTokens RefreshTokens { get; set; }

    /// <summary>The time after which clients should refresh a user's token (refresh_in).</summary>
    /// <value>null: not returned.</value>
    public TimeSpan? RefreshAdvice { get; set; }

    /// <summary>
    /// The password of every user, for clients that send one (grant_type=password). The sign-in page does not ask for it.
    /// </summary>
    /// <value>emulator-password.</value>
    public string UserPassword { get; set; } = "emulator-password";

    /// <summary>The behavior of the sign-in page.</summary>
    /// <value><see cref="EmulatorSignInPage.Automatic"/>.</value>
    public EmulatorSignInPage SignInPage { get; set; }

    /// <summary>The lifetime of an upload session.</summary>
    /// <value>One day.</value>
    public TimeSpan UploadSessionLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The lifetime of a download URL.</summary>
    /// <value>One hour.</value>
    public TimeSpan DownloadUrlLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often the monitor of a copy returns "in progress" before the copy completes.</summary>
    /// <value>1.</value>
    public int CopyPolls { get; set; } = 1;

    /// <summary>
    /// The size in bytes from which fragments are rejected; see https://learn.microsoft.com/graph/api/driveitem-createuploadsession.
    /// </summary>
    /// <value>62,914,560 (60 MiB).</value>
    public long MaxFragmentSize { get; set; } = 60L * 1024 * 1024;

    /// <summary>
    /// The maximum length of one PUT of content, in bytes; see https://learn.microsoft.com/graph/api/driveitem-put-content.
    /// </summary>
    /// <value>262,144,000 (250 MiB).</value>
    public long MaxSimpleUploadSize { get; set; } = 250L * 1024 * 1024;

    /// <summary>
    /// The size in bytes up to which files are stored in memory; larger ones are stored in a temporary folder that is removed at the end.
    /// </summary>
    /// <value>65,536.</value>
    public int LargestContentInMemory { get; set; } = 64 * 1024;

    /// <summary>The parent of the temporary folder.</summary>
    /// <value>null: the temporary folder of the user.</value>
    public string? TemporaryFolder { get; set; }

    /// <summary>
    /// The folder that keeps users, drives, files, sign-ins and unfinished uploads after the emulator ends, also after a crash. Only one
    /// emulator at a time can use it. It contains keys of the emulator, so other users must not be able to read it.
    /// </summary>
    /// <value>null: nothing is kept.</value>
    public string? DataFolder { get; set; }

    /// <summary>The journal of the data folder is replaced by a snapshot when it has more than this many bytes.</summary>
    internal long LongestJournal { get; set; } = 16 * 1024 * 1024;

    /// <summary>Whether upload and download URLs return 401 to a request with an Authorization header, as the service may.</summary>
    /// <value>true.</value>
    public bool RefuseAuthorizationOnAnonymousUrls { get; set; } = true;

    /// <summary>
    /// Whether to support clients that rely on undocumented behavior, such as rclone: unregistered applications sign in with any secret,
    /// changes can contain the path of an item, empty files have a hash, a copy on a personal drive ends with 200 instead of a redirect,
    /// versions can be deleted there, every http://localhost and http://127.0.0.1 address is a redirect URI, a registered application does
    /// not need a secret for user sign-in, and fragments of an upload can have any length.
    /// </summary>
    /// <value>false: only documented behavior is supported.</value>
    public bool Lenient { get; set; }

    /// <summary>
    /// Whether all headers and the beginnings of bodies are recorded, with secrets masked; see <see cref="TrafficLog.RecordsBodies"/>.
    /// </summary>
    /// <value>false: relevant headers, and no bodies.</value>
    public bool RecordBodies { get; set; }

    /// <summary>The number of exchanges that <see cref="OneDriveEmulator.Traffic"/> keeps; the oldest are removed first.</summary>
    /// <value>100,000.</value>
    public int MaxRecordedExchanges { get; set; } = 100_000;
}
