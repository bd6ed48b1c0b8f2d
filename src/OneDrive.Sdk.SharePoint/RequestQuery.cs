using System.Globalization;

namespace OneDrive.Sdk.SharePoint;

/// <summary>Writes OData parameters and conditions in one fixed order; what is not requested is not written.</summary>
internal static class RequestQuery
{
    internal static IReadOnlyList<KeyValuePair<string, string>> Create(
        IReadOnlyList<string>? select = null,
        IReadOnlyList<string>? expand = null,
        int? pageSize = null,
        string? orderBy = null,
        string? filter = null)
    {
        if (pageSize is { } size)
            ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, nameof(pageSize));
        return
        [
            .. Parameter("$select", Join(select, nameof(select))),
            .. Parameter("$expand", Join(expand, nameof(expand))),
            .. Parameter("$top", pageSize?.ToString(CultureInfo.InvariantCulture)),
            .. Parameter("$orderby", orderBy),
            .. Parameter("$filter", filter),
        ];
    }

    /// <summary>The condition that an entry still has a tag, which goes out as it was received.</summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> IfMatch(string? tag) => Parameter("If-Match", tag);

    /// <summary>
    /// Says whether using a sharing link gives access: <see href="https://learn.microsoft.com/graph/api/shares-get"/>.
    /// </summary>
    internal static IReadOnlyList<KeyValuePair<string, string>> Redemption(SharingLinkRedemption redemption) => redemption switch
    {
        SharingLinkRedemption.None => [],
        SharingLinkRedemption.IfNecessary => [new("Prefer", "redeemSharingLinkIfNecessary")],
        SharingLinkRedemption.Always => [new("Prefer", "redeemSharingLink")],
        _ => throw new ArgumentOutOfRangeException(nameof(redemption), redemption, "The value is not defined in the enumeration."),
    };

    private static string? Join(IReadOnlyList<string>? values, string name)
    {
        foreach (var value in values ?? [])
            ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return values is { Count: > 0 } ? string.Join(',', values) : null;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Parameter(string name, string? value)
    {
        if (value is null)
            return [];
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return [new(name, value)];
    }
}
