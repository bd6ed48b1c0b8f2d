using System.Collections.Frozen;
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

        foreach (var text in Texts(options))
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status) || status is < 400 or > 599)
            {
                return $"{source} holds '{text}'; it must hold error statuses from 400 to 599, as text separated by '|', such as "
                    + "429|503|423.";
            }
        }

        return null;
    }

    /// <summary>Reads a list that has been checked.</summary>
    internal static FrozenSet<int> Read(OneDriveRetryOptions options) =>
        Texts(options).Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToFrozenSet();

    private static IEnumerable<string> Texts(OneDriveRetryOptions options) => options.StatusCodeList is { } list
        ? list.Split('|', StringSplitOptions.TrimEntries)
        : options.StatusCodes.Select(status => status.ToString(CultureInfo.InvariantCulture));
}
