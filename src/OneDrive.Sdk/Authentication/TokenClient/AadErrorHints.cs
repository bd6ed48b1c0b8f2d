namespace OneDrive.Sdk.Authentication;

/// <summary>
/// The hints for AADSTS numbers of the sign-in service. They affect messages only, never the behavior, because the service changes them.
/// See <see href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes"/>.
/// </summary>
internal static class AadErrorHints
{
    /// <summary>Returns the hint for a response; null if there is no better text than the error description.</summary>
    internal static string? For(IReadOnlyList<int> codes, string? description, SignInContext context, string? thumbprint)
    {
        // Numbers are ordered from general to specific.
        foreach (var code in codes.Reverse())
        {
            if (For(code, context, thumbprint) is { } hint)
            {
                return hint;
            }
        }

        // Personal accounts answer without a number.
        return description?.Contains("userAudience", StringComparison.OrdinalIgnoreCase) == true
            ? "The app registration does not allow this kind of account. Check its supported account types (signInAudience)."
            : null;
    }

    private static string? For(int code, SignInContext context, string? thumbprint) =>
        ForApplication(code, context, thumbprint) ?? ForConfiguration(code, context) ?? ForUser(code, context) ?? ForPolicy(code);

    /// <summary>The credential of the application: secret, certificate, assertion.</summary>
    private static string? ForApplication(int code, SignInContext context, string? thumbprint) => code switch
    {
        50012 => $"Upload the certificate {thumbprint} to the app registration, and check that the certificate is valid and chained as "
            + "required.",
        50013 or 500133 => "The user's token is no longer valid for this API. Ask the caller for a new token.",
        500131 => "The user's token was issued for another application. The caller must request a token for this application.",
        50027 => "The token or assertion is malformed. Check that no proxy rewrites the requests to the sign-in service.",
        5002730 => "The sign-in service does not accept this signing algorithm. Set SigningAlgorithm to the other value.",
        70002 or 7000215 =>
            "Use the Value of the client secret, not its Secret ID. Check that it was copied completely and belongs to this application.",
        7000222 => "The client secret expired. Create a new client secret, or use a certificate.",
        7000218 =>
            "The app registration requires a client secret or a certificate. Configure one, or allow public client flows in the "
            + "registration.",
        700021 => "The assertion was issued for another application. Check that ClientId and the certificate belong to the same app "
            + "registration.",
        700024 => "The assertion is outside its validity period for the sign-in service (nbf, exp). Correct the clock of this machine.",
        700025 =>
            "The app registration is a public client, which must not send a client secret or assertion. Turn off 'Allow public client "
            + "flows' and use the Web "
            + "platform, "
            + "or remove the secret or certificate. Check also that the supported account types (signInAudience) include the account.",
        700027 =>
            $"Upload the public key of the certificate {thumbprint} to the app registration of {context.ClientId}, or configure the "
            + "certificate "
            + "that is registered there. "
            + "Check also that the certificate has not expired.",
        700030 =>
            "The subject name and issuer of the certificate are not authorized for this application. Check the trusted names in the "
            + "registration, and "
            + "SendCertificateChain.",
        _ => null,
    };

    /// <summary>The app registration, the tenant, the cloud and the request.</summary>
    private static string? ForConfiguration(int code, SignInContext context) => code switch
    {
        28002 or 28003 => "Request the scopes of one resource only when the authorization code is redeemed.",
        50001 or 500011 =>
            "The resource does not exist in this tenant. Check the tenant and the cloud, and ask an administrator to grant consent: "
            + "" + Consent(context),
        500014 => "The resource is disabled in this tenant. An administrator must enable its service principal.",
        50011 => "Register this exact redirect URI in the app registration. Scheme, case, path and trailing slash must match.",
        50049 => $"{context.Authority.Cloud.SignInEndpoint.Authority} does not serve this tenant. Select the cloud of the tenant.",
        50059 or 50128 or 90019 => "Use the id or domain of the tenant instead of common.",
        50146 => "The application is configured to use its own signing key, but has none. An administrator must assign one.",
        50147 or 501491 => "The code_challenge is malformed. Check that no proxy rewrites the addresses sent to the sign-in service.",
        50194 => "The application is not multi-tenant. Set its tenant by id or domain, or make the application multi-tenant.",
        500201 or 90027 => "Personal accounts require the v2.0 endpoint.",
        65005 or 650056 => "Add the Microsoft Graph permissions to the app registration and grant consent: " + Consent(context),
        650054 or 650057 => "Add the permissions of this API to the app registration.",
        70001 or 700011 or 700016 =>
            "The application does not exist in this tenant. Check ClientId, tenant and cloud, and ask an administrator to "
            + "grant consent: " + Consent(context),
        700005 => "The authorization code was issued for another tenant. Redeem it in the tenant that issued it.",
        70003 or 70005 or 70007 or 700054 => "The app registration or the sign-in service does not allow this grant type.",
        700023 => "The scope does not name a resource, or the assertion was created for another token endpoint. Check TokenUrl, tenant "
            + "and cloud.",
        28000 or 70011 or 700022 => "The scope is not valid. Request scopes of one resource, and do not combine .default with named "
            + "scopes.",
        1002012 => "An application without a user cannot request individual scopes. Request {resource}/.default only.",
        7000112 => "The application is disabled. An administrator must enable it.",
        7000114 => "The application is not allowed to act on behalf of users. Check its registration.",
        7000229 =>
            "The application does not have a service principal in this tenant. An administrator creates it by granting consent: "
            + "" + Consent(context),
        90002 or 900023 => "The tenant does not exist. Check the id or domain of the tenant, and the cloud.",
        90008 => "The app registration requires the delegated permission User.Read of Microsoft Graph.",
        90013 or 90014 or 900144 or 9002313 or 90100 or 90023 =>
            "The sign-in service received a malformed request. Check that no proxy rewrites it, and report the problem with the ids in "
            + "this message.",
        9001023 or 90124 or 90130 => "This grant is not supported under common or consumers. Set the tenant by its id or domain.",
        9002332 => "The application does not accept personal accounts. Check its supported account types (signInAudience).",
        9002331 or 9002346 =>
            "The application accepts personal accounts only. Sign in under consumers, or change its supported account types.",
        9002325 or 9002326 or 9002327 =>
            "Register the redirect URI under Web or under Mobile and desktop applications, not under Single-page application.",
        90038 or 900382 or 900432 or 900439 => $"The tenant belongs to another cloud than {context.Authority.Cloud.Name}. Select the cloud "
            + "of the tenant.",
        90056 or 900561 => "The address is not a token endpoint. Check TokenUrl.",
        900971 => "Register a redirect URI in the app registration.",
        901002 => "A parameter of the v1 endpoint was sent to the v2.0 endpoint. Remove it, or use the v1 endpoint.",
        _ => null,
    };

    /// <summary>The user and the user's grant.</summary>
    private static string? ForUser(int code, SignInContext context) => code switch
    {
        16000 or 90072 => "The account does not exist in this tenant. Sign in with another account, or invite the account as a guest.",
        50020 => "The account belongs to another tenant. Sign in with an account of this tenant, or invite the account as a guest.",
        500208 =>
            "This tenant does not accept this kind of account. Use common or consumers, and check the supported account types "
            + "(signInAudience).",
        50034 => "The user does not exist in this directory. Check the user name and the tenant.",
        50055 or 50144 => "The password expired. The user must change it.",
        50058 or 700020 => "No user is signed in. Start an interactive sign-in.",
        50072 or 50079 => "The user must register for multifactor authentication. Sign in interactively.",
        50074 or 50076 or 50078 => "Multifactor authentication is required. Sign in interactively, and pass the claims of the error.",
        50085 or 50089 => "The sign-in timed out or is too old. Sign in again.",
        50126 => "The user name or the password is incorrect.",
        50132 or 50133 or 50173 => "The sign-in was revoked, or the password was changed. Sign in again.",
        501481 => "The authorization code belongs to another sign-in. Start a new sign-in.",
        50199 => "The user must confirm the sign-in. Sign in interactively.",
        54005 => "The authorization code was already redeemed. Start a new sign-in, and do not reload the redirect page.",
        65001 => "Consent is missing. Sign in interactively and consent, or ask an administrator to grant consent: " + Consent(context),
        65004 => "The user declined to consent.",
        70000 => "The refresh token is not valid. Sign in again.",
        70008 or 700082 => "The refresh token expired, for example after 90 days without use. Sign in again.",
        700084 =>
            "The refresh token of a single-page application expires after 24 hours. Sign in again, and register the application as web or "
            + "desktop.",
        70016 => "The user has not completed the sign-in yet.",
        70018 => "The code that the user entered is not known. Start a new sign-in.",
        70019 => "The code was not entered before it expired. Start a new sign-in.",
        70043 or 70044 => "The organization requires a new sign-in. Sign in again.",
        _ => null,
    };

    /// <summary>Decisions of administrators, and transient errors.</summary>
    private static string? ForPolicy(int code) => code switch
    {
        500021 or 500022 => "The network allows only certain tenants (tenant restrictions), and this tenant is not one of them. Ask the "
            + "administrator of the network.",
        5000224 or 5000225 => "The tenant was blocked because of inactivity. Its administrator must reactivate it.",
        50033 or 50087 or 90006 or 90012 or 90024 or 90033 or 90055 or 90090 or 70012 or 80002 or 80005 =>
            "The sign-in service is temporarily unavailable. Try again later.",
        50053 => "The account or its network address is temporarily blocked. Wait, and check the sign-in logs of the tenant.",
        50057 => "The account is disabled. An administrator must enable it.",
        50097 or 50129 or 50155 or 53000 or 53001 => "The organization allows only registered or compliant devices.",
        50105 => "The user is not assigned to the application. An administrator assigns users under Enterprise applications, Users and "
            + "groups.",
        50131 or 53003 or 530032 or 530035 =>
            "A Conditional Access policy of the organization blocks this sign-in. Send the ids in this message to the administrator.",
        50135 or 53004 or 53011 => "The organization detected a risk for this account, which must be remediated first.",
        50196 => "The application requests tokens too often. Share one token provider so that its cache is used, and wait a minute.",
        53002 => "The organization has not approved this application. Ask its administrator.",
        650052 => "The organization does not have a subscription for this service, or has not enabled it.",
        90094 or 90095 or 90099 => "An administrator must grant consent to the application first.",
        _ => null,
    };

    private static string Consent(SignInContext context) => context.Authority.AdminConsentAddress(context.ClientId).AbsoluteUri;
}
