using System.Globalization;
using Azure;
using Azure.Identity;

namespace OneDrive.Sdk.Authentication;

/// <summary>What becomes of an exception of a credential.</summary>
internal static class CredentialFailure
{
    private const string CodePrefix = "AADSTS";

    internal static OneDriveAuthenticationException Of(Exception failure) => new(
        $"The credential failed with {failure.GetType().Name}; the inner exception tells why.", failure)
    {
        ErrorCodes = CodesIn(failure.Message),
        Hint = HintFor(failure),
        RequiresSignIn = failure is AuthenticationRequiredException,
        IsTransient = failure.InnerException is RequestFailedException { Status: 0 or 408 or 429 or >= 500 } or HttpRequestException,
    };

    private static string? HintFor(Exception failure) => failure switch
    {
        AuthenticationRequiredException => "Let the person sign in again, with the credential's AuthenticateAsync.",
        CredentialUnavailableException =>
            "The credential does not work in this environment: check that the identity is assigned to this machine, or its settings.",
        _ => null,
    };

    // By hand: the text comes from a server, so no regular expression runs over it.
    private static List<int> CodesIn(string message)
    {
        List<int> codes = [];
        for (var at = message.IndexOf(CodePrefix, StringComparison.Ordinal); at >= 0;
             at = message.IndexOf(CodePrefix, at + 1, StringComparison.Ordinal))
        {
            var digits = message.AsSpan(at + CodePrefix.Length);
            var end = digits.IndexOfAnyExceptInRange('0', '9');
            if (int.TryParse(end < 0 ? digits : digits[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var code)
                && !codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes;
    }
}
