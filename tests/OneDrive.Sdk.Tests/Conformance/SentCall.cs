using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>One request as it went out.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The decoded path below the root of the service; of another place the whole address without its query.</param>
/// <param name="Query">The parameters.</param>
/// <param name="Headers">All headers.</param>
/// <param name="Body">The body.</param>
internal sealed record SentCall(
    string Method,
    string Path,
    IReadOnlyList<KeyValuePair<string, string>> Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body)
{
    internal const string Root = "https://graph.microsoft.com/v1.0/";

    internal static SentCall Of(HttpRequestMessage request, byte[] body)
    {
        var address = request.RequestUri!.AbsoluteUri;
        var relative = address.StartsWith(Root, StringComparison.Ordinal) ? address[Root.Length..] : address;
        var question = relative.IndexOf('?', StringComparison.Ordinal);
        var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
            .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        return new SentCall(
            request.Method.Method,
            string.Join('/', (question < 0 ? relative : relative[..question]).Split('/').Select(Uri.UnescapeDataString)),
            question < 0 ? [] : QueryText.Parse(relative[(question + 1)..]),
            headers,
            body);
    }

    /// <summary>The body when it is JSON.</summary>
    internal JsonElement? Json()
    {
        try
        {
            using var document = JsonDocument.Parse(Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
