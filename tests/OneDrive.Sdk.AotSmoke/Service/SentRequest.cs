using System.Net.Http.Headers;
using System.Text;

namespace OneDrive.Sdk.AotSmoke.Service;

/// <summary>A request as it reached the service.</summary>
internal sealed record SentRequest(string Method, string Address, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal bool HasToken => Headers.ContainsKey("Authorization");

    internal string Text => Encoding.UTF8.GetString(Body);

    internal static async Task<SentRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Add(headers, request.Headers);
        byte[] body = [];
        if (request.Content is { } content)
        {
            body = await content.ReadAsByteArrayAsync(cancellationToken);
            Add(headers, content.Headers);
        }

        return new(request.Method.Method, request.RequestUri!.AbsoluteUri, headers, body);
    }

    internal string? Header(string name) => Headers.GetValueOrDefault(name);

    private static void Add(Dictionary<string, string> headers, HttpHeaders source)
    {
        foreach (var (name, values) in source.NonValidated)
        {
            headers[name] = values.ToString();
        }
    }
}
