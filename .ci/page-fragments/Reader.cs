using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.Models;

namespace Pages;

/// <summary>
/// What the fragments of the pages take from the program of the reader; a page with names of its own has a class with its name. Nothing
/// here runs: the fragments are compiled.
/// </summary>
internal abstract class Reader
{
    protected CancellationToken cancellationToken;
    protected IOneDriveClient client = null!;
    protected IServiceCollection services = null!;
    protected IConfiguration configuration = null!;
    protected OneDriveEmulator emulator = null!;
    protected OneDriveOptions options = null!;
    protected Azure.Core.TokenCredential credential = null!;
    protected IAccessTokenProvider tokens = null!;
    protected TokenEncryptionKeys keys = null!;
    protected byte[] keyFromVault = [];
    protected Func<CancellationToken, ValueTask<string>> readFromVault = null!;
    protected string path = "", home = "", userId = "", userName = "", siteId = "", secret = "", connectionString = "";
    protected ItemAddress file = null!, folder = null!, report = null!;
    protected Stream content = null!, stream = null!;
    protected Uri link = null!;
    protected long length;
    protected List<string?> names = [];
    protected List<string> lines = [];
    protected IConnectionMultiplexer redis = null!;
}

internal abstract class Copies : Reader
{
    protected CopyOperation operation = null!;
}

internal abstract class Delta : Reader
{
    protected string? stored;
    protected DeltaCheckpoint? since;
    protected Dictionary<string, DriveItem> copy = [];

    protected abstract Task ApplyAsync(ChangePage page);
}

/// <summary>The class of docs/extending-sign-in.md.</summary>
internal sealed class BrokerTokenProvider(HttpClient broker) : IAccessTokenProvider
{
    public bool IsApplicationOnly => true;

    public string PrincipalKey => $"{broker.BaseAddress}";

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>The context of docs/other-endpoints.md.</summary>
internal sealed class JsonContext
{
    public static JsonContext Default => new();

    public System.Text.Json.Serialization.Metadata.JsonTypeInfo<JsonElement> JsonElement => throw new NotSupportedException();
}

internal abstract class Faq : Reader
{
    protected string? token;
    protected List<string?> shown = [];
    protected TimeSpan? later;
}

internal abstract class Folders : Reader
{
    protected new string folder = "";
    protected string copy = "";
}

internal abstract class Items : Reader
{
    protected Stream destination = null!;
}

internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options);

internal abstract class ManyMachines : Reader
{
    protected IDeltaCheckpointStore checkpoints = null!;
    protected IDbContextFactory<ShopContext> contexts = null!;
    protected Func<ChangePage, CancellationToken, Task> applyAsync = null!;
}

internal abstract class MigratingFromKoenzomers : Reader
{
    protected new string folder = "";
    protected string copy = "", refreshToken = "";
}

internal abstract class MigratingFromMicrosoftGraph : Reader
{
    protected Microsoft.Graph.GraphServiceClient graph = null!;
    protected DriveAddress drive = null!;
    protected string driveId = "", copy = "", tenantId = "", clientId = "", clientSecret = "";
    protected string? deltaLink, checkpoint;
    protected dynamic? found;
}

internal abstract class Notifications : Reader
{
    protected Uri notificationUrl = null!;
    protected string query = "";
    protected byte[] body = [];
    protected List<string?> changed = [];
}

internal abstract class ResumableUploads : Reader
{
    protected new string folder = "";
}

internal abstract class Retries : Reader
{
    protected Action<TimeSpan> requeueIn = null!;
}

internal abstract class SignIn : Reader
{
    protected AuthorizationCodeFlow flow = null!;
    protected IOneDriveClientFactory clients = null!;
    protected X509Certificate2 publicHalf = null!;
    protected Func<string, ReadOnlyMemory<byte>, CancellationToken, Task<byte[]>> sign = null!;
    protected Func<Uri, CancellationToken, Task<(string Token, DateTimeOffset Expires)>> signIn = null!;
    protected Func<string> bearerTokenOfRequest = null!;
    protected Action<Uri> redirect = null!;
    protected Uri callbackAddress = null!;
}

/// <summary>The members of the first class of the page.</summary>
internal abstract class TestingYourApp : Reader
{
    protected OneDriveEmulator Emulator = null!;
    protected EmulatorDrive Drive = null!;
    protected DirectoryInfo _folder = null!;

    protected abstract Task<ArchiveReport> RunAsync();

    protected abstract void WriteInvoice(string name, byte[] content);
}
