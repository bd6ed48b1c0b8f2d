using System.Globalization;
using Azure;

namespace OneDrive.Sdk.Authentication;

/// <summary>Creates the exception for a failed credential.</summary>
internal static class CredentialFailure
{
    // By name: which assembly holds these types depends on the version of Azure.Core that the application uses.
    private const string SignInRequired = "Azure.Identity.AuthenticationRequiredException";
    private const string Unavailable = "Azure.Identity.CredentialUnavailableException";
    private const string CodePrefix = "AADSTS";

    internal static OneDriveAuthenticationException Of(Exception failure) => new(
        $"The credential failed with {failure.GetType().Name}. See the inner exception for details.", failure)
    {
        ErrorCodes = CodesIn(failure.Message),
        Hint = HintFor(failure),
        RequiresSignIn = Is(failure, SignInRequired),
        IsTransient = failure.InnerException is RequestFailedException { Status: 0 or 408 or 429 or >= 500 } or HttpRequestException,
    };

    private static string? HintFor(Exception failure) =>
        Is(failure, SignInRequired) ? "Sign the user in again with the AuthenticateAsync method of the credential."
        : Is(failure, Unavailable)
            ? "The credential is not available in this environment. Check that the identity is assigned to this machine, and check the "
                + "settings of the credential."
        : null;

    private static bool Is(Exception failure, string name)
    {
        for (var type = failure.GetType(); type is not null; type = type.BaseType)
        {
            if (type.FullName == name)
            {
                return true;
            }
        }

        return false;
    }

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
