using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Errors;

/// <summary>The error in the body of a rejected request, in any of its known formats.</summary>
internal sealed class ErrorBody
{
    private const int MaximumCodeLength = 100;
    private const int MaximumCodes = 16;
    private const int MaximumTextLength = 200;

    private readonly List<string> _codes = [];

    private ErrorBody()
    {
    }

    /// <summary>The codes in order: the top-level code first, then the nested ones.</summary>
    internal IReadOnlyList<string> Codes => _codes;

    internal string? Message { get; private set; }

    internal string? RequestId { get; private set; }

    internal string? ClientRequestId { get; private set; }

    /// <summary>Parses a body; a body that cannot be parsed is described in the message.</summary>
    /// <param name="body">The bytes as received.</param>
    /// <returns>What was found; never null, never an exception.</returns>
    internal static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        var result = new ErrorBody();
        if (body.IsEmpty)
            return result;

        if (body.StartsWith(Encoding.UTF8.Preamble))
            body = body[Encoding.UTF8.Preamble.Length..];

        try
        {
            var reader = new Utf8JsonReader(
                body, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            using var document = JsonDocument.ParseValue(ref reader);
            result.ReadRoot(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a JSON string with half of a surrogate pair cannot become a .NET string.
            result.ReadText(body);
        }

        return result;
    }

    private void ReadRoot(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            return;

        if (!TryGet(root, "error", out var error) && !TryGet(root, "odata.error", out error))
        {
            ReadError(root);
            return;
        }

        if (error.ValueKind == JsonValueKind.Object)
        {
            ReadError(error);
            return;
        }

        // The OAuth shape: "error" is the code itself.
        AddCode(error);
        if (TryGet(root, "error_description", out var description))
            Message = Text(description);
    }

    private void ReadError(JsonElement error)
    {
        var current = error;
        for (var depth = 0; depth < MaximumCodes && current.ValueKind == JsonValueKind.Object; depth++)
        {
            ReadLevel(current);
            if (!TryGet(current, "innerError", out var inner))
                return;
            current = inner;
        }
    }

    private void ReadLevel(JsonElement level)
    {
        if (TryGet(level, "code", out var code))
            AddCode(code);
        if (Message is null && TryGet(level, "message", out var message))
            Message = Text(message);
        if (RequestId is null && TryGet(level, "request-id", out var requestId))
            RequestId = Text(requestId);
        if (ClientRequestId is null && TryGet(level, "client-request-id", out var clientRequestId))
            ClientRequestId = Text(clientRequestId);
        if (!TryGet(level, "details", out var details) || details.ValueKind != JsonValueKind.Array)
            return;

        foreach (var detail in details.EnumerateArray().Take(MaximumCodes))
        {
            if (detail.ValueKind != JsonValueKind.Object)
                continue;
            if (TryGet(detail, "code", out var detailCode))
                AddCode(detailCode);
            if (Message is null && TryGet(detail, "message", out var detailMessage))
                Message = Text(detailMessage);
        }
    }

    private void AddCode(JsonElement code)
    {
        var text = code.ValueKind == JsonValueKind.Number ? code.GetRawText() : Text(code);
        if (text is null || _codes.Count >= MaximumCodes)
            return;
        text = ServerText.Clean(text, MaximumCodeLength);
        if (text.Length > 0 && !_codes.Contains(text, StringComparer.Ordinal))
            _codes.Add(text);
    }

    // The key is innererror in older responses and innerError in newer ones.
    private static bool TryGet(JsonElement element, string name, out JsonElement value)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                value = property.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string? Text(JsonElement element)
    {
        // SharePoint writes a message as {"lang": "en-US", "value": "…"}.
        if (element.ValueKind == JsonValueKind.Object && TryGet(element, "value", out var value))
            element = value;
        var text = element.ValueKind == JsonValueKind.String ? element.GetString() : null;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private void ReadText(ReadOnlySpan<byte> body)
    {
        _codes.Clear();
        RequestId = ClientRequestId = null;
        var text = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaximumTextLength * 4)]).TrimStart();
        Message = text.StartsWith('<') || text.Contains('\0', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"The response is not JSON ({body.Length} bytes).")
            : ServerText.Clean(text, MaximumTextLength);
    }
}
