using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>What a file held once.</summary>
internal sealed record ItemVersion(string Id, StoredContent Content, DateTimeOffset Modified, Actor ModifiedBy)
{
    public VersionRecord ToRecord() => new(Id, Content.ToRecord(), Modified, ModifiedBy);
}
