using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Authentication;

/// <summary>The response of the sign-in page, as the browser returned it. Treat it as untrusted input.</summary>
public sealed class AuthorizationCallback
{
    private const int LongestText = 32 * 1024;

    private AuthorizationCallback(IReadOnlyDictionary<string, string> values)
    {
        Code = values.GetValueOrDefault("code");
        State = values.GetValueOrDefault("state");
        Issuer = values.GetValueOrDefault("iss");
        Error = values.GetValueOrDefault("error");
        ErrorDescription = values.GetValueOrDefault("error_description");
        Claims = values.GetValueOrDefault("claims");
    }

    internal string? Code { get; }

    /// <summary>The value that tells which sign-in was completed: <see cref="AuthorizationStart.State"/> of its beginning.</summary>
    /// <value>Null when the browser brought none.</value>
    public string? State { get; }

    internal string? Issuer { get; }

    internal string? Error { get; }

    internal string? ErrorDescription { get; }

    internal string? Claims { get; }

    /// <summary>Parses the address that the browser was redirected to: its query, or its fragment if it does not have a query.</summary>
    /// <param name="address">The address, as the application received it or as the user pasted it.</param>
    /// <exception cref="OneDriveAuthenticationException">A parameter occurs twice, or the text is too long.</exception>
    public static AuthorizationCallback Parse(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var text = address.OriginalString;
        var start = text.IndexOfAny(['?', '#']);
        return Parse(start < 0 ? "" : text[(start + 1)..].Replace('#', '&'));
    }

    /// <summary>Parses a query, or the body of the form that was posted to the redirect URI.</summary>
    /// <param name="queryOrForm">Name-value pairs joined by <c>&amp;</c>, with or without a leading question mark.</param>
    /// <exception cref="OneDriveAuthenticationException">A parameter occurs twice, or the text is too long.</exception>
    public static AuthorizationCallback Parse(string queryOrForm)
    {
        ArgumentNullException.ThrowIfNull(queryOrForm);
        if (queryOrForm.Length > LongestText)
        {
            throw new OneDriveAuthenticationException("The response of the sign-in page (redirect URI query or form) is too long.");
        }

        return From(queryOrForm.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair =>
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            return equals < 0
                ? new KeyValuePair<string, string>(Decode(pair), "")
                : new KeyValuePair<string, string>(Decode(pair[..equals]), Decode(pair[(equals + 1)..]));
        }));
    }

    /// <summary>Uses values that are already parsed, such as those of a form.</summary>
    /// <param name="values">The names and values, each value separately.</param>
    /// <exception cref="OneDriveAuthenticationException">A parameter occurs twice.</exception>
    public static AuthorizationCallback From(IEnumerable<KeyValuePair<string, string>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            // Which of the two would be meant is what an attacker wants to decide.
            if (!known.TryAdd(name, value))
            {
                throw new OneDriveAuthenticationException(
                    $"The response of the sign-in page contains the parameter '{ServerText.Clean(name, 32)}' twice.");
            }
        }

        return new AuthorizationCallback(known);
    }

    /// <summary>Returns a fixed text, because the code is a secret.</summary>
    public override string ToString() => "[REDACTED]";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
