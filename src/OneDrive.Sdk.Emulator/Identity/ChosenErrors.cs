using System.Globalization;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// The rejections that a user can choose on the sign-in page, by their AADSTS numbers:
/// https://learn.microsoft.com/entra/identity-platform/reference-error-codes.
/// </summary>
internal static class ChosenErrors
{
    private const string LoginRequired = "login_required";
    private const string InteractionRequired = "interaction_required";
    private const string AccessDenied = "access_denied";

    private static readonly (int Number, string Error, string Message)[] Known =
    [
        (50034, "invalid_request", "The user account does not exist in the directory."),
        (50053, AccessDenied, "The account is locked because of too many failed sign-ins."),
        (50055, LoginRequired, "The password is expired."),
        (50057, AccessDenied, "The user account is disabled."),
        (50058, LoginRequired, "A silent sign-in request was sent but no user is signed in."),
        (50076, InteractionRequired, "Multifactor authentication is required."),
        (50079, InteractionRequired, "The user must enroll in multifactor authentication."),
        (50105, AccessDenied, "The user is not assigned to a role for the application."),
        (50126, "invalid_grant", "The user name or the password is not valid."),
        (53000, InteractionRequired, "Conditional access demands a compliant device."),
        (53003, AccessDenied, "Conditional access does not allow this sign-in."),
        (65001, "consent_required", "The user or administrator has not consented to use the application."),
        (65004, AccessDenied, "The user declined to consent to access the app."),
        (90033, "temporarily_unavailable", "A transient error has occurred. Try again."),
        (90094, AccessDenied, "An administrator must grant consent before the application can be used."),
        (500011, "invalid_resource", "The resource principal was not found in the tenant."),
        (530032, AccessDenied, "A security policy blocks the sign-in."),
    ];

    /// <summary>The numbers and what they mean, for the page.</summary>
    public static IEnumerable<(int Number, string Message)> All => Known.Select(one => (one.Number, one.Message));

    /// <summary>The rejection of a number that a user chose or typed.</summary>
    public static EntraError Find(string typed)
    {
        var digits = typed.StartsWith("AADSTS", StringComparison.OrdinalIgnoreCase) ? typed["AADSTS".Length..] : typed;
        if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            throw EntraError.InvalidRequest(90013, $"Invalid input received from the user: '{typed}' is not an AADSTS number.");
        }

        var known = Array.Find(Known, one => one.Number == number);
        return new EntraError(400, known.Error ?? AccessDenied, number, known.Message ?? "A fault of the emulator rejected the sign-in.");
    }
}
