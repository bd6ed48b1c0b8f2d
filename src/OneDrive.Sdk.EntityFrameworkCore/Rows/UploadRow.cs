namespace OneDrive.Sdk.EntityFramework;

/// <summary>The record of one upload.</summary>
internal sealed class UploadRow : SealedRow;
