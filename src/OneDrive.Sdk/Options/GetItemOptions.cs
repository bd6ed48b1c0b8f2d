namespace OneDrive.Sdk;

/// <summary>What an item is asked for.</summary>
public sealed class GetItemOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer, such as <c>thumbnails</c>.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>Whether the caller gets access by using a sharing link; only for addresses of <see cref="ItemAddress.Shared"/>.</summary>
    /// <value>Default: <see cref="SharingLinkRedemption.None"/>.</value>
    public SharingLinkRedemption Redemption { get; init; }

    /// <summary>Whether an item in the recycle bin is found, too; personal drives only, and only by id.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeDeletedItems { get; init; }
}
