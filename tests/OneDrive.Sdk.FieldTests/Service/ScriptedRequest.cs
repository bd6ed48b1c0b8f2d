using System.Text;

namespace OneDrive.Sdk.FieldTests.Service;

/// <summary>A request as it arrived, byte for byte.</summary>
internal sealed class ScriptedRequest
{
    internal required string Method { get; init; }

    /// <summary>Path and query as they stood in the request line.</summary>
    internal required string Target { get; init; }

    /// <summary>Name and value of each header line, in order.</summary>
    internal required IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; }

    internal required byte[] Body { get; init; }

    /// <summary>How many requests came before this one, over all connections.</summary>
    internal required int Number { get; init; }

    /// <summary>When the request had arrived whole, by the service's clock.</summary>
    internal required DateTimeOffset Time { get; init; }

    internal string Path => Target.Split('?')[0];

    /// <summary>The path with percent-encoding resolved, to compare in tests.</summary>
    internal string DecodedPath => Uri.UnescapeDataString(Path);

    internal string Query => Target.Split('?', 2) is [_, var query] ? query : "";

    internal string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The value of a header, or <see langword="null"/> when it was not sent.</summary>
    internal string? Header(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    internal bool Is(string method, string decodedPathEnd) =>
        Method == method && DecodedPath.EndsWith(decodedPathEnd, StringComparison.Ordinal);

    public override string ToString() => $"{Method} {Target}";
}
