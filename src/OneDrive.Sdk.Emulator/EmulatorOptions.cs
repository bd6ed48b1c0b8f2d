using System.Net;

namespace OneDrive.Sdk.Emulator;

/// <summary>How an emulator behaves. Everything has a default; times run on <see cref="TimeProvider"/>.</summary>
public sealed class EmulatorOptions
{
    /// <summary>The TCP port; zero lets the system choose a free one.</summary>
    /// <value>0.</value>
    public int Port { get; set; }

    /// <summary>The address to listen on. Anyone who can reach it can use it: there is nothing secret about the secrets here.</summary>
    /// <value><see cref="IPAddress.Loopback"/>: this machine only.</value>
    public IPAddress ListenAddress { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// Whether to serve https with a certificate that the emulator makes, see <see cref="OneDriveEmulator.HttpsCertificate"/>.
    /// </summary>
    /// <value>false.</value>
    public bool UseHttps { get; set; }

    /// <summary>
    /// Names beside those of this machine that the certificate is for, such as graph.microsoft.com: for clients whose addresses are fixed
    /// and that are led here by a hosts file.
    /// </summary>
    /// <value>None.</value>
    public IList<string> HttpsHostNames { get; } = [];

    /// <summary>How long each request waits before it is looked at.</summary>
    /// <value>Zero.</value>
    public TimeSpan Latency { get; set; }

    /// <summary>How many bytes of bodies pass in a second, in both directions and of all requests together.</summary>
    /// <value>null: as many as there are.</value>
    public long? MaxBytesPerSecond { get; set; }

    /// <summary>The clock behind every expiry and time stamp.</summary>
    /// <value><see cref="System.TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Whether file content is dropped on arrival: length and hashes are kept, and a download answers 410.</summary>
    /// <value>false.</value>
    public bool DiscardContent { get; set; }

    /// <summary>The seed of item ids and of faults that strike with a probability.</summary>
    /// <value>1.</value>
    public int Seed { get; set; } = 1;

    /// <summary>How many entries a page of a list holds when the request does not say.</summary>
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

    /// <summary>How long an access token is good for.</summary>
    /// <value>One hour.</value>
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How long an authorization code is good for.</summary>
    /// <value>10 minutes.</value>
    public TimeSpan AuthorizationCodeLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the code that a device shows is good for.</summary>
    /// <value>15 minutes.</value>
    public TimeSpan DeviceCodeLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a device is told to wait between two questions whether the user is done.</summary>
    /// <value>5 seconds.</value>
    public TimeSpan DeviceCodeInterval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a refresh token is good for.</summary>
    /// <value>90 days.</value>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(90);

    /// <summary>What happens to a refresh token when it is used.</summary>
    /// <value><see cref="EmulatorRefreshTokens.Renewed"/>.</value>
    public EmulatorRefreshTokens RefreshTokens { get; set; }

    /// <summary>After what time clients are advised to refresh a user's token (refresh_in).</summary>
    /// <value>null: no advice.</value>
    public TimeSpan? RefreshAdvice { get; set; }

    /// <summary>What the sign-in page does.</summary>
    /// <value><see cref="EmulatorSignInPage.Automatic"/>.</value>
    public EmulatorSignInPage SignInPage { get; set; }

    /// <summary>How long an upload session is good for.</summary>
    /// <value>One day.</value>
    public TimeSpan UploadSessionLifetime { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long a download URL is good for.</summary>
    /// <value>One hour.</value>
    public TimeSpan DownloadUrlLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often a client that watches a copy is told to wait before it learns how the copy ended.</summary>
    /// <value>1.</value>
    public int CopyPolls { get; set; } = 1;

    /// <summary>
    /// Fragments of this many bytes or more are rejected; see https://learn.microsoft.com/graph/api/driveitem-createuploadsession.
    /// </summary>
    /// <value>62,914,560 (60 MiB).</value>
    public long MaxFragmentSize { get; set; } = 60L * 1024 * 1024;

    /// <summary>
    /// The most bytes that one PUT of content may carry; see https://learn.microsoft.com/graph/api/driveitem-put-content.
    /// </summary>
    /// <value>262,144,000 (250 MiB).</value>
    public long MaxSimpleUploadSize { get; set; } = 250L * 1024 * 1024;

    /// <summary>Files up to this many bytes are held in memory, larger ones in a temporary folder that is removed at the end.</summary>
    /// <value>65,536.</value>
    public int LargestContentInMemory { get; set; } = 64 * 1024;

    /// <summary>Where the temporary folder is made.</summary>
    /// <value>null: the temporary folder of the user.</value>
    public string? TemporaryFolder { get; set; }

    /// <summary>
    /// The folder that keeps users, drives, files, sign-ins and unfinished uploads when the emulator ends, however it ends. One emulator at
    /// a time may use it. It holds keys of the emulator, so other users must not be able to read it.
    /// </summary>
    /// <value>null: nothing is kept.</value>
    public string? DataFolder { get; set; }

    /// <summary>The journal of the data folder is replaced by a snapshot when it has more than this many bytes.</summary>
    internal long LongestJournal { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// Whether upload and download URLs answer 401 to a request that carries an Authorization header, as the service may.
    /// </summary>
    /// <value>true.</value>
    public bool RefuseAuthorizationOnAnonymousUrls { get; set; } = true;

    /// <summary>
    /// Whether clients are served that rely on more than the documentation promises, as rclone and others do: applications that no caller
    /// registered sign in with any secret, changes name the path of an item, empty files have a hash, a copy on a personal drive ends with
    /// 200 instead of a redirect, versions can be deleted there, every http://localhost and http://127.0.0.1 address is a redirect URI, a
    /// registered application needs no secret where users sign in, and fragments of an upload may have any length.
    /// </summary>
    /// <value>false: code that works here relies on nothing that is not promised.</value>
    public bool Lenient { get; set; }

    /// <summary>
    /// Whether all headers and the beginnings of bodies are recorded, with secrets masked; see <see cref="TrafficLog.RecordsBodies"/>.
    /// </summary>
    /// <value>false: the headers that matter, and no bodies.</value>
    public bool RecordBodies { get; set; }

    /// <summary>How many exchanges <see cref="OneDriveEmulator.Traffic"/> keeps; the oldest go first.</summary>
    /// <value>100,000.</value>
    public int MaxRecordedExchanges { get; set; } = 100_000;
}
