namespace OneDrive.Sdk.Calls;

/// <summary>Writes eTags as they were received: the service sends some without quotes, which typed headers refuse.</summary>
internal static class ConditionalHeaders
{
    internal static IReadOnlyList<KeyValuePair<string, string>> IfMatch(string? tag)
    {
        if (tag is null)
        {
            return [];
        }

        if (string.IsNullOrWhiteSpace(tag) || tag.Any(char.IsControl))
        {
            throw new ArgumentException(
                "IfMatch is empty or holds control characters; give the eTag or cTag as it was received.", nameof(tag));
        }

        return [new("If-Match", tag)];
    }
}
