namespace OneDrive.Sdk.Emulator.State;

/// <summary>Something that a user did with an item: create, edit or access.</summary>
internal sealed record ItemUse(int Id, string Kind, DateTimeOffset Time, Actor Actor);
