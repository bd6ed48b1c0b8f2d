namespace OneDrive.Sdk.Authentication;

/// <summary>
/// What a person can do about a number of the sign-in service. Numbers decide about hints only, never about behaviour: the service changes
/// them. See <see href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes"/>.
/// </summary>
internal static class AadErrorHints
{
    /// <summary>The hint for an answer; null when nothing better than the answer's own words is known.</summary>
    internal static string? For(IReadOnlyList<int> codes, string? description, SignInContext context, string? thumbprint)
    {
        // Several numbers go from the general to the particular.
        foreach (var code in codes.Reverse())
        {
            if (For(code, context, thumbprint) is { } hint)
            {
                return hint;
            }
        }

        // Personal accounts answer without a number.
        return description?.Contains("userAudience", StringComparison.OrdinalIgnoreCase) == true
            ? "The app registration does not admit this kind of account: check its supported account types (signInAudience)."
            : null;
    }

    private static string? For(int code, SignInContext context, string? thumbprint) =>
        ForApplication(code, context, thumbprint) ?? ForConfiguration(code, context) ?? ForUser(code, context) ?? ForPolicy(code);

    /// <summary>The application's own proof: secret, certificate, assertion.</summary>
    private static string? ForApplication(int code, SignInContext context, string? thumbprint) => code switch
    {
        50012 => $"Upload the certificate {thumbprint} to the app registration, and check that it is valid and chained as required.",
        50013 or 500133 => "The user's token is no longer valid for this API: ask the caller for a new one.",
        500131 => "The user's token was meant for another application: the caller must ask for a token of this one.",
        50027 => "The token or assertion is malformed: check that nothing between here and the sign-in service rewrites requests.",
        5002730 => "The sign-in service does not accept this way of signing: set SigningAlgorithm to the other one.",
        70002 or 7000215 =>
            "Use the Value of the client secret, not its Secret ID, and check that it was copied whole and belongs to this application.",
        7000222 => "The client secret expired: create a new one, or use a certificate.",
        7000218 =>
            "The app registration expects a client secret or a certificate: configure one, or allow public client flows in the "
            + "registration.",
        700021 => "The assertion names another application: ClientId and the app registration of the certificate must belong together.",
        700024 => "The assertion was dated outside the time that the sign-in service accepts: correct the clock of this machine.",
        700025 =>
            "The app registration is a public client, which must send no proof: turn off 'Allow public client flows' and use the Web "
            + "platform, "
            + "or drop the secret or certificate. Check also that its supported account types (signInAudience) fit the account.",
        700027 =>
            $"Upload the public half of the certificate {thumbprint} to the app registration of {context.ClientId}, or configure the one "
            + "that is there; "
            + "check also that it has not expired.",
        700030 =>
            "The certificate's subject name and issuer are not authorized for this application: check the trusted names in the "
            + "registration, and "
            + "SendCertificateChain.",
        _ => null,
    };

    /// <summary>The app registration, the tenant, the cloud and the request.</summary>
    private static string? ForConfiguration(int code, SignInContext context) => code switch
    {
        28002 or 28003 => "Ask for the scopes of one resource when the code is redeemed.",
        50001 or 500011 =>
            "The resource is not known in this tenant: check tenant and cloud, and let an administrator grant consent: " + Consent(context),
        500014 => "The resource is switched off in this tenant: an administrator must enable its service principal.",
        50011 => "Register exactly this redirect URI in the app registration: scheme, case, path and final slash count.",
        50049 => $"{context.Authority.Cloud.SignInEndpoint.Authority} does not serve this tenant: choose the cloud of the tenant.",
        50059 or 50128 or 90019 => "Name the tenant by its id or domain, instead of common.",
        50146 => "The application is configured with its own signing key: an administrator must assign one.",
        50147 or 501491 => "The code_challenge is malformed: check that nothing between here and the sign-in service rewrites addresses.",
        50194 => "The application is not multi-tenant: name its tenant by id or domain, or make it multi-tenant.",
        500201 or 90027 => "Personal accounts need the v2.0 endpoint.",
        65005 or 650056 => "Add the Microsoft Graph permissions to the app registration and grant consent: " + Consent(context),
        650054 or 650057 => "Add the permissions of this API to the app registration.",
        70001 or 700011 or 700016 =>
            "There is no such application in this tenant: check ClientId, tenant and cloud, and let an administrator "
            + "grant consent: " + Consent(context),
        700005 => "The code was issued for another tenant: redeem it where it was asked for.",
        70003 or 70005 or 70007 or 700054 => "The app registration or the sign-in service does not allow this kind of sign-in.",
        700023 => "The scope names no resource, or the assertion was made for another token endpoint: check TokenUrl, tenant and cloud.",
        28000 or 70011 or 700022 => "The scope is not valid: ask for one resource, and do not mix .default with named scopes.",
        1002012 => "An application without a user cannot choose scopes by name: ask for {resource}/.default alone.",
        7000112 => "The application is disabled: an administrator must enable it.",
        7000114 => "The application may not act on behalf of users: check its registration.",
        7000229 =>
            "The application has no service principal in this tenant: an administrator creates it by granting consent: " + Consent(context),
        90002 or 900023 => "There is no such tenant: check the tenant's id or domain, and the cloud.",
        90008 => "The app registration needs the delegated permission User.Read of Microsoft Graph.",
        90013 or 90014 or 900144 or 9002313 or 90100 or 90023 =>
            "The request arrived malformed: check that no proxy rewrites it, and report it with the ids.",
        9001023 or 90124 or 90130 => "This sign-in is not possible under common or consumers: name the tenant by its id or domain.",
        9002332 => "The application does not admit personal accounts: check its supported account types (signInAudience).",
        9002331 or 9002346 =>
            "The application admits personal accounts only: sign in under consumers, or change its supported account types.",
        9002325 or 9002326 or 9002327 =>
            "Register the redirect URI under Web or Mobile and desktop applications, not under Single-page application.",
        90038 or 900382 or 900432 or 900439 => $"The tenant lives in another cloud than {context.Authority.Cloud.Name}: choose its cloud.",
        90056 or 900561 => "The address is not a token endpoint: check TokenUrl.",
        900971 => "Register a redirect URI in the app registration.",
        901002 => "A parameter of the v1 endpoint was sent to the v2.0 endpoint.",
        _ => null,
    };

    /// <summary>The user and the user's grant.</summary>
    private static string? ForUser(int code, SignInContext context) => code switch
    {
        16000 or 90072 => "The account is not in this tenant: sign in with another account, or have it invited as a guest.",
        50020 => "The account belongs elsewhere: sign in with an account of this tenant, or have it invited as a guest.",
        500208 =>
            "This tenant does not admit this kind of account: use common or consumers, and check the supported account types "
            + "(signInAudience).",
        50034 => "There is no such user in this directory: check the user name and the tenant.",
        50055 or 50144 => "The password expired: the user must change it.",
        50058 or 700020 => "Nobody is signed in: start an interactive sign-in.",
        50072 or 50079 => "The user must set up a second factor: sign in interactively.",
        50074 or 50076 or 50078 => "A second factor is required: sign in interactively, with the claims of the error.",
        50085 or 50089 => "The sign-in took too long or is too old: sign in again.",
        50126 => "User name or password is wrong.",
        50132 or 50133 or 50173 => "The sign-in was revoked, or the password was changed: sign in again.",
        501481 => "The code belongs to another sign-in: start again.",
        50199 => "The user must confirm the sign-in: sign in interactively.",
        54005 => "The code was used already: start the sign-in again, and do not reload the page that received it.",
        65001 => "Consent is missing: sign in interactively and consent, or let an administrator do so: " + Consent(context),
        65004 => "The user declined to consent.",
        70000 => "The saved sign-in is not valid: sign in again.",
        70008 or 700082 => "The saved sign-in expired, as it does after 90 days without use: sign in again.",
        700084 =>
            "The saved sign-in of a single-page application lasts 24 hours: sign in again, and register the application as web or desktop.",
        70016 => "The user has not finished the sign-in yet.",
        70018 => "The code that the user typed is not known: start again.",
        70019 => "The code was not typed in time: start again.",
        70043 or 70044 => "The organization asks for a fresh sign-in: sign in again.",
        _ => null,
    };

    /// <summary>What an administrator decides, and what passes by itself.</summary>
    private static string? ForPolicy(int code) => code switch
    {
        500021 or 500022 => "The network admits certain tenants only, and this is not one of them: ask the administrator of the network.",
        5000224 or 5000225 => "The tenant was blocked for inactivity: its administrator must reactivate it.",
        50033 or 50087 or 90006 or 90012 or 90024 or 90033 or 90055 or 90090 or 70012 or 80002 or 80005 =>
            "The sign-in service is busy: try again later.",
        50053 => "The account is locked, or its network address is blocked: wait, and see the sign-in logs of the tenant.",
        50057 => "The account is disabled: an administrator must enable it.",
        50097 or 50129 or 50155 or 53000 or 53001 => "The organization admits registered or compliant devices only.",
        50105 => "The user is not assigned to the application: an administrator does so under Enterprise applications, Users and groups.",
        50131 or 53003 or 530032 or 530035 =>
            "A Conditional Access policy of the organization blocks this sign-in: ask its administrator, with the ids.",
        50135 or 53004 or 53011 => "The organization sees a risk in this account, which must be remedied first.",
        50196 => "The application asks for tokens in a loop: share one provider, so that its cache works, and wait a minute.",
        53002 => "The organization does not approve this application: ask its administrator.",
        650052 => "The organization has no subscription for this service, or has not enabled it.",
        90094 or 90095 or 90099 => "An administrator must grant consent to the application first.",
        _ => null,
    };

    private static string Consent(SignInContext context) => context.Authority.AdminConsentAddress(context.ClientId).AbsoluteUri;
}
