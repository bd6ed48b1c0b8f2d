using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Downloads;

/// <summary>The requests of a download, for scripts: which of them asks for metadata, for an address and for bytes.</summary>
internal static class ScriptedDownload
{
    /// <summary>The path of the pre-authenticated address.</summary>
    internal const string BytesPath = "/bytes/x";

    internal static bool AsksForContentAddress(this ScriptedRequest request) =>
        request.Method == "GET" && request.DecodedPath.EndsWith("/content", StringComparison.Ordinal);

    internal static bool AsksForBytes(this ScriptedRequest request) => request.Method == "GET" && request.Path == BytesPath;

    internal static bool AsksForItem(this ScriptedRequest request, string name) =>
        request.Is("GET", $"/root:/{name}") || request.Is("GET", $"/root:/{name}:");
}
