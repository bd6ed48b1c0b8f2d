namespace OneDrive.Sdk;

/// <summary>Options for listing items that other users shared with the user.</summary>
public sealed class ListSharedWithMeOptions
{
    /// <summary>The properties to return, by JSON name, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the default properties of the service.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>The page size, 1 or more; the service may return fewer entries.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }

    /// <summary>Whether items from other organizations are included.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AllowExternal { get; init; }
}
