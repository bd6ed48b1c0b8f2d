using System.Globalization;

namespace OneDrive.Sdk.Http;

/// <summary>The list of statuses to retry, from the set or from its text form <c>429|503|423</c>.</summary>
internal static class RetryStatusCodes
{
    /// <summary>Says what is wrong with the list, or null.</summary>
    internal static string? Refusal(OneDriveRetryOptions options)
    {
        var source = options.StatusCodeList is null ? "Retry.StatusCodes" : "Retry.StatusCodeList";
        if (options.StatusCodeList is null && options.StatusCodes is null)
        {
            return $"{source} is null; leave it at its default or set Retry.Mode to None.";
        }

        foreach (var status in options.StatusCodeList is null ? Of(options.StatusCodes) : [])
        {
            if (status is < 400 or > 599)
                return Refusal(source, status.ToString(CultureInfo.InvariantCulture));
        }

        foreach (var text in options.StatusCodeList is { } list ? TextsOf(list) : [])
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) || status is < 400 or > 599)
                return Refusal(source, text);
        }

        return null;
    }

    /// <summary>Reads a list that has been checked.</summary>
    internal static int[] Read(OneDriveRetryOptions options) => options.StatusCodeList is { } list
        ? Array.ConvertAll(TextsOf(list), static text => int.Parse(text, CultureInfo.InvariantCulture))
        : Of(options.StatusCodes);

    private static int[] Of(ISet<int> statuses)
    {
        var copy = new int[statuses.Count];
        statuses.CopyTo(copy, 0);
        return copy;
    }

    private static string[] TextsOf(string list) => list.Split('|', StringSplitOptions.TrimEntries);

    private static string Refusal(string source, string text) =>
        $"{source} holds '{text}'; it must hold error statuses from 400 to 599, as text separated by '|', such as 429|503|423.";
}
