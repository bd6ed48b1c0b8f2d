namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>One request as the token endpoint received it.</summary>
internal sealed class SentForm
{
    private readonly Dictionary<string, string> _fields;

    internal SentForm(HttpRequestMessage request, string form)
    {
        Method = request.Method;
        Address = request.RequestUri!;
        Headers = request.Headers.ToDictionary(
            header => header.Key, header => string.Join(',', header.Value), StringComparer.OrdinalIgnoreCase);
        ContentType = request.Content!.Headers.ContentType!.MediaType!;
        _fields = form.Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => Decode(pair[0]), pair => Decode(pair[1]), StringComparer.Ordinal);
    }

    internal HttpMethod Method { get; }

    internal Uri Address { get; }

    internal IReadOnlyDictionary<string, string> Headers { get; }

    internal string ContentType { get; }

    internal IReadOnlyCollection<string> Names => _fields.Keys;

    internal string? this[string name] => _fields.GetValueOrDefault(name);

    internal JwtParts Assertion => new(_fields["client_assertion"]);

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
