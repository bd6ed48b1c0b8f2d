namespace OneDrive.Sdk.Emulator;

/// <summary>The body of a request or of a response, as it was recorded.</summary>
/// <param name="Text">The text with secrets masked, or the bytes in base64.</param>
/// <param name="IsBase64">Whether these are bytes that are not text.</param>
/// <param name="IsTruncated">Whether only the beginning was recorded.</param>
public sealed record RecordedBody(string Text, bool IsBase64, bool IsTruncated);
