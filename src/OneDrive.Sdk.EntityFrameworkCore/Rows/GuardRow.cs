namespace OneDrive.Sdk.EntityFramework;

/// <summary>How far an entry of a token store had come.</summary>
internal sealed class GuardRow
{
    public required string Name { get; init; }

    public required long Number { get; init; }
}
