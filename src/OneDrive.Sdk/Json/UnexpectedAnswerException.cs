using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>Readable JSON that is not what was requested; the caller turns it into an exception that names the call.</summary>
internal sealed class UnexpectedAnswerException(string message, bool isError = false) : JsonException(message)
{
    /// <summary>Whether the response describes an error.</summary>
    internal bool IsError { get; } = isError;
}
