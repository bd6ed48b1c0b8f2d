namespace OneDrive.Sdk;

/// <summary>Options for getting a shared item.</summary>
public sealed class GetSharedItemOptions
{
    /// <summary>The properties to return, by JSON name, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>Related data to return in the same answer: <c>driveItem</c>, <c>items</c>, <c>permission</c>, …</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> Expand { get; init; } = [];

    /// <summary>Whether the caller gets access by using the link.</summary>
    /// <value>Default: <see cref="SharingLinkRedemption.None"/>.</value>
    public SharingLinkRedemption Redemption { get; init; }
}
