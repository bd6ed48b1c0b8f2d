namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Which drive, or whose.</summary>
internal sealed record DriveSelector(DriveOwnerKind Kind, string Id)
{
    /// <summary>The id or the name of a list of the site.</summary>
    public string List { get; init; } = string.Empty;
}
