using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Emulator.Recording;

/// <summary>
/// Masks secrets in text: the values of names that hold secrets, in JSON and in forms, and everything that looks like a token, code or
/// pre-authenticated address of the emulator wherever it stands. Text may be cut off anywhere.
/// </summary>
internal static partial class SecretMask
{
    public const string Masked = "REDACTED";

    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static string Mask(string text)
    {
        text = JsonMembers().Replace(text, $"${{start}}{Masked}");
        text = FormFields().Replace(text, $"${{start}}{Masked}");
        text = PreAuthenticated().Replace(text, $"${{start}}{Masked}");
        return Tokens().Replace(text, Masked);
    }

    [GeneratedRegex(
        """(?<start>"(access_?token|refresh_?token|id_?token|client_?secret|client_assertion|assertion|password|device_code|"""
        + """clientState|secret|uploadUrl|[^"]*downloadUrl|[^"]*sourceUrl|getUrl|postUrl|postParameters|"""
        + """notificationUrl|authorization)"\s*:\s*")([^"\\]|\\.)*\\?""",
        Options,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex JsonMembers();

    [GeneratedRegex(
        """(?<start>(^|[&?\s])(access_token|refresh_token|id_token|client_secret|client_assertion|assertion|password|code|device_code|"""
        + """code_verifier|otc)=)[^&\s"<]*""",
        Options,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex FormFields();

    [GeneratedRegex("""(?<start>tempauth=|/monitor/)[^&"\s<?]+""", Options, matchTimeoutMilliseconds: 5000)]
    private static partial Regex PreAuthenticated();

    // Access tokens, codes and refresh tokens, signed tokens, and the secret end of sharing links.
    [GeneratedRegex(
        """emulated\.[0-9a-f]*|\b[01]\.A[A-Za-z0-9_-]{16,}|\beyJ[A-Za-z0-9_-]{8,}(\.[A-Za-z0-9_-]*){0,2}|\bs[0-9a-f]{32}\b|"""
        + """Bearer [^"\s,]{16,}""",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 5000)]
    private static partial Regex Tokens();
}
