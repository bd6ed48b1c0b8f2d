using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>Valid JSON with unexpected content; the caller converts it to an exception that contains the operation.</summary>
internal sealed class UnexpectedAnswerException(string message, bool isError = false) : JsonException(message)
{
    /// <summary>Whether the response describes an error.</summary>
    internal bool IsError { get; } = isError;
}
