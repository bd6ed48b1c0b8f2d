using System.Text.Json;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>Handles change notifications in the receiver, independent of the web framework.</summary>
public static class SubscriptionNotifications
{
    private const string ValidationParameter = "validationToken";

    /// <summary>Those of the service have some hundred characters; longer values are rejected.</summary>
    private const int LongestValidationToken = 1024;

    /// <summary>
    /// Gets the validation token from the query of a validation request. Respond within ten seconds with status 200, content type
    /// <c>text/plain</c> and this token, and ignore the rest of the request. See
    /// <see href="https://learn.microsoft.com/graph/change-notifications-delivery-webhooks"/>.
    /// </summary>
    /// <param name="query">The query string of the request, as received.</param>
    /// <returns>The decoded token; null if the request is a notification, or if the token is longer than 1,024 characters.</returns>
    public static string? FindValidationToken(string? query)
    {
        foreach (var pair in (query ?? "").TrimStart('?').Split('&'))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0 && pair.AsSpan(0, equals).Equals(ValidationParameter, StringComparison.OrdinalIgnoreCase))
            {
                var token = Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
                return token.Length <= LongestValidationToken ? token : null;
            }
        }

        return null;
    }

    /// <summary>
    /// Parses the body of a notification. Respond with status 202 within three seconds, and process the notifications afterwards: check
    /// <see cref="ChangeNotification.HasClientState"/>, then read the changes.
    /// </summary>
    /// <param name="utf8Json">The body.</param>
    /// <returns>The notifications.</returns>
    /// <exception cref="FormatException">The body is not a change notification.</exception>
    public static NotificationPayload Parse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            var payload = AnswerReader.Read(utf8Json, NotificationPayload.Read);

            // The getter gives an array only when there was no list.
            return payload.Value is Array ? throw new FormatException("The body does not contain the list 'value'.") : payload;
        }
        catch (JsonException exception)
        {
            throw new FormatException("The body is not a change notification.", exception);
        }
    }
}
