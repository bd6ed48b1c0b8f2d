namespace OneDrive.Sdk.Emulator.Control;

/// <summary>One thing that can be done over HTTP. Routing and the OpenAPI document are both made from it, so that they agree.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The address below the prefix, with values in braces.</param>
/// <param name="Id">The name that generated clients give to it.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Handler">Does it.</param>
internal sealed record ControlOperation(string Method, string Path, string Id, string Summary, ControlHandler Handler)
{
    /// <summary>What the body must be: the name of a schema; null for none.</summary>
    public string? Body { get; init; }

    public bool IsBodyRequired { get; init; } = true;

    /// <summary>The media type of a body that is not JSON, which the handler reads itself; null for JSON.</summary>
    public string? RawBody { get; init; }

    /// <summary>Whether the handler checks the body itself, because it takes more spellings than a schema can say.</summary>
    public bool ChecksItself { get; init; }

    /// <summary>The parameters of the query, by their names among the components.</summary>
    public string[] Parameters { get; init; } = [];

    public int Status { get; init; } = 200;

    /// <summary>What the answer is: the name of a schema, with [] behind it for a list; null for no content.</summary>
    public string? Result { get; init; }

    public string ResultType { get; init; } = "application/json";

    public string[] Segments { get; } = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The values in the path of a request; null when it is another one's.</summary>
    public Dictionary<string, string>? Match(IReadOnlyList<string> segments)
    {
        if (segments.Count != Segments.Length)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < segments.Count; index++)
        {
            if (Segments[index] is ['{', .. var name, '}'])
            {
                values[name] = Uri.UnescapeDataString(segments[index]);
            }
            else if (Segments[index] != segments[index])
            {
                return null;
            }
        }

        return values;
    }
}
