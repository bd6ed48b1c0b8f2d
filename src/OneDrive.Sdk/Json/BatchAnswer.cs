namespace OneDrive.Sdk.Json;

/// <summary>The response to one request of several.</summary>
internal sealed class BatchAnswer
{
    internal BatchAnswer(string id, int? status, ReadOnlyMemory<byte> body) => (Id, Status, Body) = (id, status, body);

    private BatchAnswer(ref ModelReader reader)
    {
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "id": Id = reader.Scalar(); break;
                case "status": Status = reader.Whole(); break;
                case "headers": Headers = ReadHeaders(ref reader); break;
                case "body": Body = reader.Raw(); break;
                default: reader.Skip(); break;
            }
        }
    }

    public string? Id { get; }

    public int? Status { get; }

    public IReadOnlyDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>JSON as it came, a text in base64 for anything else; empty when there is none.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    internal static BatchAnswer Read(ref ModelReader reader) => new(ref reader);

    /// <summary>A header that is not a text, number or truth value counts as absent.</summary>
    private static Dictionary<string, string> ReadHeaders(ref ModelReader reader)
    {
        Dictionary<string, string> headers = new(StringComparer.Ordinal);
        if (reader.StartsObject())
        {
            while (reader.NextMember())
            {
                var name = reader.Name;
                if (reader.Scalar() is { } value)
                {
                    headers[name] = value;
                }
            }
        }

        return headers;
    }
}
