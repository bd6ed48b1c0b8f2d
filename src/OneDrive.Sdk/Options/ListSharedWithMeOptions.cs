namespace OneDrive.Sdk;

/// <summary>How what others shared with the user is listed.</summary>
public sealed class ListSharedWithMeOptions
{
    /// <summary>The properties to return, by their names on the wire, such as <c>id</c> and <c>name</c>.</summary>
    /// <value>Default: empty, the service returns its own choice.</value>
    public IReadOnlyList<string> Select { get; init; } = [];

    /// <summary>How many entries a page should have, 1 or more; the service may send fewer.</summary>
    /// <value>Default: <see langword="null"/>, the service chooses.</value>
    public int? PageSize { get; init; }

    /// <summary>Whether items from other organisations are listed, too.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool AllowExternal { get; init; }
}
