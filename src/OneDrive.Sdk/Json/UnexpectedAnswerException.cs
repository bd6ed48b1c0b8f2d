using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>Readable JSON that is not what was asked for; the caller turns it into an exception that names the call.</summary>
internal sealed class UnexpectedAnswerException(string message, bool isError = false) : JsonException(message)
{
    /// <summary>Whether the answer describes an error.</summary>
    internal bool IsError { get; } = isError;
}
