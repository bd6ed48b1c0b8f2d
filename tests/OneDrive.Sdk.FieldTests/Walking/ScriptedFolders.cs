using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.Walking;

/// <summary>Lists of items as the service writes them.</summary>
internal static class ScriptedFolders
{
    internal static bool Lists(this ScriptedRequest request, string decodedPathEnd) => request.Is("GET", decodedPathEnd + "/children");

    internal static Answer Page(Uri? next, params string[] items) => Answer.Json(
        $$"""{{{(next is null ? "" : $"\"@odata.nextLink\":\"{next}\",")}}"value":[{{string.Join(',', items)}}]}""");

    internal static string Folder(string id, string name = "f", string more = "") =>
        $$$"""{"id":"{{{id}}}","name":"{{{name}}}","folder":{},"parentReference":{"driveId":"b!d","id":"up"}{{{more}}}}""";

    internal static string File(string id, string name = "a.txt", string more = "") =>
        $$$"""{"id":"{{{id}}}","name":"{{{name}}}","size":0,"file":{},"parentReference":{"driveId":"b!d","id":"up"}{{{more}}}}""";

    internal static async Task<List<T>> ListAsync<T>(this IAsyncEnumerable<T> source)
    {
        var list = new List<T>();
        await foreach (var item in source)
        {
            list.Add(item);
        }

        return list;
    }
}
