namespace OneDrive.Sdk;

/// <summary>Options for getting an item.</summary>
public sealed class GetItemOptions
{
    /// <summary>The properties to return, by JSON name, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>thumbnails</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>Whether a sharing link is redeemed to get access; only for addresses of <see cref="ItemAddress.Shared"/>.</summary>
    /// <value>Default: <see cref="SharingLinkRedemption.None"/>.</value>
    public SharingLinkRedemption Redemption { get; init; }

    /// <summary>Whether items in the recycle bin are included; supported on personal drives only, and only by id.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeDeletedItems { get; init; }
}
