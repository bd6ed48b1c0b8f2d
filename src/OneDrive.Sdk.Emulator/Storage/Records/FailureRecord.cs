namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>Why something was not copied.</summary>
internal sealed record FailureRecord(int Status, string Code, string Message, string? Target);
