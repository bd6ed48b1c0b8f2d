namespace OneDrive.Sdk.Fleet.Data;

/// <summary>A value that all workers share.</summary>
internal sealed class SettingRow
{
    public required string Name { get; init; }

    public required string Value { get; init; }
}
