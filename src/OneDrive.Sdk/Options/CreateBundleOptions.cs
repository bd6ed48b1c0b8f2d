namespace OneDrive.Sdk;

/// <summary>What kind of bundle is created.</summary>
public sealed class CreateBundleOptions
{
    /// <summary>What happens when the name is taken.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;

    /// <summary>Whether the bundle is an album of photos.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsAlbum { get; init; }
}
