namespace OneDrive.Sdk;

/// <summary>Options for creating a bundle.</summary>
public sealed class CreateBundleOptions
{
    /// <summary>The behavior when the name is already in use.</summary>
    /// <value>Default: <see cref="ConflictBehavior.Fail"/>.</value>
    public ConflictBehavior Conflict { get; init; } = ConflictBehavior.Fail;

    /// <summary>Whether the bundle is an album of photos.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsAlbum { get; init; }
}
