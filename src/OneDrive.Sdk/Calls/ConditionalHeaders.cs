namespace OneDrive.Sdk.Calls;

/// <summary>Writes eTags unchanged: the service returns some without quotes, which typed headers reject.</summary>
internal static class ConditionalHeaders
{
    internal static IReadOnlyList<KeyValuePair<string, string>> IfMatch(string? tag) => Write("If-Match", "IfMatch", tag);

    internal static IReadOnlyList<KeyValuePair<string, string>> IfNoneMatch(string tag) => Write("If-None-Match", "tag", tag);

    /// <summary>Both conditions of an upload.</summary>
    /// <param name="options">The upload.</param>
    /// <param name="ifMatch">What is to match instead of the tag in the options.</param>
    internal static IReadOnlyList<KeyValuePair<string, string>> Of(UploadOptions options, string? ifMatch = null) =>
        [.. IfMatch(ifMatch ?? options.IfMatch), .. Write("If-None-Match", nameof(options.IfNoneMatch), options.IfNoneMatch)];

    private static IReadOnlyList<KeyValuePair<string, string>> Write(string header, string option, string? tag)
    {
        if (tag is null)
        {
            return [];
        }

        if (string.IsNullOrWhiteSpace(tag) || tag.Any(char.IsControl))
        {
            throw new ArgumentException(
                $"{option} is empty or contains control characters. Use the eTag or cTag exactly as the service returned it.", nameof(tag));
        }

        return [new(header, tag)];
    }
}
