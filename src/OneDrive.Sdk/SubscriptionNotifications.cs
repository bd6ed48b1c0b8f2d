using System.Text.Json;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>What the receiver of notifications does, whatever it is built with.</summary>
public static class SubscriptionNotifications
{
    private const string ValidationParameter = "validationToken";

    /// <summary>Those of the service have some hundred characters; whoever sends more wants something else repeated.</summary>
    private const int LongestValidationToken = 1024;

    /// <summary>
    /// Finds the token by which the service asks whether an address expects notifications. Answer with status 200, content type
    /// <c>text/plain</c> and the token as it is returned here, within ten seconds, and look at nothing else of the request. See
    /// <see href="https://learn.microsoft.com/graph/change-notifications-delivery-webhooks"/>.
    /// </summary>
    /// <param name="query">The query string of the request, as it was sent.</param>
    /// <returns>The token, decoded; null when the request is a notification, or the token is longer than 1024
    /// characters, which no token of the service is.</returns>
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
    /// Reads the body of a notification. Answer with status 202 at once, within three seconds, and do the work afterwards: check
    /// <see cref="ChangeNotification.HasClientState"/>, then read the changes.
    /// </summary>
    /// <param name="utf8Json">The body.</param>
    /// <returns>The notifications.</returns>
    /// <exception cref="FormatException">The body is not one of a notification.</exception>
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
