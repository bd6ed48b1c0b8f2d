namespace OneDrive.Sdk.EntityFramework;

/// <summary>How far the changes of a drive or folder were read.</summary>
internal sealed class CheckpointRow : SealedRow;
