using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Http;

/// <summary>
/// The dialect of a service. Calls are created for Microsoft Graph; SharePoint's own endpoint (<c>_api/v2.0</c>) has an older dialect:
/// <see href="https://learn.microsoft.com/onedrive/developer/rest-api/concepts/direct-endpoint-differences"/>.
/// </summary>
internal sealed class ServiceDialect
{
    private const string ActionPrefix = "oneDrive.";

    private static readonly string[] Actions =
        ["copy", "createLink", "createUploadSession", "delta", "invite", "recent", "search", "sharedWithMe"];

    private static readonly string[] Places = ["drive", "drives", "shares"];

    private static readonly string[] Missing =
    [
        "permanentDelete", "bundles", "assignSensitivityLabel", "extractSensitivityLabels", "retentionLabel", "subscriptions",
        "validatePermission",
    ];

    private static readonly (string Graph, string Legacy)[] Annotations =
    [
        ("@microsoft.graph.downloadUrl", "@content.downloadUrl"),
        ("@microsoft.graph.sourceUrl", "@content.sourceUrl"),
        ("@microsoft.graph.conflictBehavior", "@name.conflictBehavior"),
        ("@microsoft.graph.sharedChanged", "@oneDrive.sharedChanged"),
    ];

    private readonly bool _isLegacy;

    private ServiceDialect(bool isLegacy, bool aliasesPaths = false) => (_isLegacy, AliasesPaths) = (isLegacy, aliasesPaths);

    internal static ServiceDialect Graph { get; } = new(isLegacy: false);

    /// <summary>Microsoft Graph where items are not named by paths between colons.</summary>
    internal static ServiceDialect GraphWithAliases { get; } = new(isLegacy: false, aliasesPaths: true);

    internal static ServiceDialect Legacy { get; } = new(isLegacy: true);

    /// <summary>Whether the path of an item travels as a parameter.</summary>
    internal bool AliasesPaths { get; }

    /// <summary>Whether an item can be deleted past the recycle bin.</summary>
    internal bool DeletesPermanently => !_isLegacy;

    /// <summary>The path of a call, without a query.</summary>
    /// <exception cref="NotSupportedException">The older service has nothing like it.</exception>
    internal string Path(string path)
    {
        if (!_isLegacy)
        {
            return path;
        }

        var segments = path.Split('/');
        if (segments is ["me", "drive" or "drives", ..])
        {
            segments = segments[1..];
        }

        if (!Places.Contains(segments[0], StringComparer.Ordinal))
        {
            throw NotThere(path);
        }

        var isName = false;
        for (var index = 0; index < segments.Length; index++)
        {
            // Between two colons stand the names of items, whatever they are.
            var ends = segments[index].EndsWith(':');
            if (!isName && !ends && Missing.Contains(segments[index], StringComparer.Ordinal))
            {
                throw NotThere(path);
            }

            isName ^= ends;
        }

        if (!isName && Actions.Contains(segments[^1].Split('(')[0], StringComparer.Ordinal))
        {
            segments[^1] = ActionPrefix + segments[^1];
        }

        return string.Join('/', segments);
    }

    /// <summary>The name of a query parameter.</summary>
    internal string Parameter(string name) =>
        _isLegacy && Array.Find(Annotations, pair => pair.Graph == name) is { Legacy: { } legacy } ? legacy : name;

    /// <summary>The content of a body.</summary>
    internal HttpContent Content(ICallBody body) => _isLegacy && body is IJsonCallBody json
        ? new ByteArrayContent(JsonNames.Rename(json.ToUtf8(), Annotations))
        {
            Headers = { ContentType = new("application/json") { CharSet = "utf-8" } },
        }
        : body.ToHttpContent();

    /// <summary>The JSON of a response in the dialect of Microsoft Graph.</summary>
    internal ReadOnlyMemory<byte> Answer(ReadOnlyMemory<byte> json) => _isLegacy
        ? JsonNames.Rename(AnswerReader.WithoutMark(json).ToArray(), Array.ConvertAll(Annotations, pair => (pair.Legacy, pair.Graph)))
        : json;

    private static NotSupportedException NotThere(string path) => new(
        $"The legacy service at ServiceEndpoint does not support '{path.Split('/')[0]}/…{path[(path.LastIndexOf('/') + 1)..]}'. "
        + "Use Microsoft Graph instead: do not set ServiceEndpoint.");
}
