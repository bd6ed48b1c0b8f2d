using System.Globalization;
using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>The JSON of the token endpoint, read member by member: an unexpected value is null, never an exception.</summary>
internal sealed class TokenResponse
{
    private const int MaximumDepth = 32;
    private const int LongestClaims = 8 * 1024;

    /// <summary>When the request was sent, from which the times in the response count.</summary>
    internal DateTimeOffset SentAt { get; private init; }

    internal string? AccessToken { get; private init; }

    internal string? TokenType { get; private init; }

    /// <summary>The lifetime in seconds: a number in v2, a text in v1.</summary>
    internal TimeSpan? Lifetime { get; private init; }

    internal TimeSpan? RefreshIn { get; private init; }

    /// <summary>Secret; absent where the response keeps the old one in force.</summary>
    internal string? RefreshToken { get; private init; }

    internal string? IdToken { get; private init; }

    internal string? Scope { get; private init; }

    internal string? DeviceCode { get; private init; }

    internal string? UserCode { get; private init; }

    internal string? VerificationUri { get; private init; }

    internal string? VerificationUriComplete { get; private init; }

    internal TimeSpan? Interval { get; private init; }

    internal string? Message { get; private init; }

    internal string? Error { get; private init; }

    internal string? Description { get; private init; }

    internal string? SubError { get; private init; }

    internal string? Claims { get; private init; }

    internal string? CorrelationId { get; private init; }

    internal string? TraceId { get; private init; }

    internal IReadOnlyList<int> ErrorCodes { get; private init; } = [];

    /// <summary>Reads the response; null when it is not a JSON object.</summary>
    internal static TokenResponse? Read(ReadOnlyMemory<byte> body, DateTimeOffset sentAt = default)
    {
        try
        {
            using var document = AnswerDocument.Parse(body, MaximumDepth);
            return document.RootElement.ValueKind is JsonValueKind.Object ? Read(document.RootElement, sentAt) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns a fixed text, because the response holds secrets.</summary>
    public override string ToString() => "[REDACTED]";

    // Invalid Unicode was replaced when the response was read; a credential with replacements is not valid.
    private static string? Credential(JsonElement root, string name) =>
        JsonMember.Text(root, name) is { } text && !text.Contains('\uFFFD', StringComparison.Ordinal) ? text : null;

    private static TokenResponse Read(JsonElement root, DateTimeOffset sentAt)
    {
        var description = JsonMember.Text(root, "error_description");
        return new TokenResponse
        {
            SentAt = sentAt,
            AccessToken = Credential(root, "access_token"),
            TokenType = JsonMember.Text(root, "token_type"),
            Lifetime = Span(root, "expires_in"),
            RefreshIn = Span(root, "refresh_in"),
            RefreshToken = Credential(root, "refresh_token"),
            IdToken = Credential(root, "id_token"),
            Scope = JsonMember.Text(root, "scope"),
            DeviceCode = Credential(root, "device_code"),
            UserCode = Credential(root, "user_code"),

            // The name of drafts of RFC 8628, which the first version of the endpoint and other issuers still use.
            VerificationUri = JsonMember.Text(root, "verification_uri") ?? JsonMember.Text(root, "verification_url"),
            VerificationUriComplete =
                JsonMember.Text(root, "verification_uri_complete") ?? JsonMember.Text(root, "verification_url_complete"),
            Interval = Span(root, "interval"),
            Message = JsonMember.Text(root, "message"),
            Error = JsonMember.Text(root, "error"),
            Description = description,
            SubError = JsonMember.Text(root, "suberror"),
            Claims = JsonMember.Text(root, "claims") is { Length: <= LongestClaims } claims ? claims : null,
            CorrelationId = JsonMember.Text(root, "correlation_id"),
            TraceId = JsonMember.Text(root, "trace_id"),
            ErrorCodes = Codes(root) is { Count: > 0 } codes ? codes : AadErrorCodes.FindIn(description),
        };
    }

    private static TimeSpan? Span(JsonElement root, string name) =>
        Number(root, name) is { } seconds && seconds >= 0 && seconds <= TimeSpan.MaxValue.TotalSeconds / 2
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static double? Number(JsonElement root, string name)
    {
        if (JsonMember.Of(root, name) is not { } value)
        {
            return null;
        }

        double number;
        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out number) => number,
            JsonValueKind.String when double.TryParse(
                JsonMember.Text(value), NumberStyles.Float, CultureInfo.InvariantCulture, out number) => number,
            _ => null,
        };
    }

    private static List<int> Codes(JsonElement root)
    {
        List<int> codes = [];
        if (JsonMember.Of(root, "error_codes") is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var element in list.EnumerateArray().Take(16))
            {
                if (element.ValueKind is JsonValueKind.Number && element.TryGetInt32(out var code))
                {
                    codes.Add(code);
                }
            }
        }

        return codes;
    }
}
