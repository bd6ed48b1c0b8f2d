namespace OneDrive.Sdk.Storage;

/// <summary>A folder, file or key is not used, because other users could have read or written it.</summary>
internal sealed class UnsafeFileException(string message) : IOException(message);
