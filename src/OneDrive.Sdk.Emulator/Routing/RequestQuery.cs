namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>
/// The query parameters of a request. Names are compared without regard to case, and the dollar sign of an option may be left out.
/// </summary>
internal sealed class RequestQuery
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public RequestQuery(string rawQuery)
    {
        foreach (var pair in rawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            _pairs.Add(equals < 0 ? new(Decode(pair), string.Empty) : new(Decode(pair[..equals]), Decode(pair[(equals + 1)..])));
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    public string? this[string name]
    {
        get
        {
            foreach (var (key, value) in _pairs)
            {
                if (key.Equals(name, StringComparison.OrdinalIgnoreCase))
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>An OData option, with or without its dollar sign.</summary>
    public string? Option(string name) => this["$" + name] ?? this[name];

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
