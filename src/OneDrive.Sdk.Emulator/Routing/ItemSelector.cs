namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Which item: a start, its id or special name, and decoded names below it.</summary>
internal sealed record ItemSelector(ItemAnchor Anchor, string Value, IReadOnlyList<string> Path)
{
    /// <summary>Whether the last name may be an id: children/{key}.</summary>
    public bool EndsInKey { get; init; }
}
