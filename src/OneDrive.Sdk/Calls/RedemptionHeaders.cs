namespace OneDrive.Sdk.Calls;

/// <summary>Says whether using a sharing link gives access: <see href="https://learn.microsoft.com/graph/api/shares-get"/>.</summary>
internal static class RedemptionHeaders
{
    internal static IReadOnlyList<KeyValuePair<string, string>> Of(SharingLinkRedemption redemption) => redemption switch
    {
        SharingLinkRedemption.None => [],
        SharingLinkRedemption.IfNecessary => [new("Prefer", "redeemSharingLinkIfNecessary")],
        SharingLinkRedemption.Always => [new("Prefer", "redeemSharingLink")],
        _ => throw new ArgumentOutOfRangeException(nameof(redemption), redemption, "The value is not defined in the enumeration."),
    };
}
