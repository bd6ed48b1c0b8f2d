namespace OneDrive.Sdk.ConventionTests.Documentation.Troubleshooting;

/// <summary>How the sign-in service words the numbers that people meet most, for the search. Its texts change; the numbers stay.</summary>
internal static class AadMessages
{
    internal static IReadOnlyDictionary<int, string> All { get; } = new Dictionary<int, string>
    {
        [50011] = "The redirect URI … specified in the request does not match the redirect URIs configured for the application",
        [50020] = "User account … from identity provider … does not exist in tenant … and cannot access the application",
        [50034] = "The user account … does not exist in the … directory",
        [50053] = "The account is locked, you've tried to sign in too many times with an incorrect user ID or password",
        [50058] = "A silent sign-in request was sent but no user is signed in",
        [50076] = "Due to a configuration change made by your administrator, or because you moved to a new location, you must "
            + "use multi-factor authentication to access",
        [50079] = "Due to a configuration change made by your administrator …, you must enroll in multi-factor authentication to access",
        [50105] = "Your administrator has configured the application … to block users unless they are specifically granted "
            + "('assigned') access to the application",
        [50126] = "Error validating credentials due to invalid username or password",
        [50173] = "The provided grant has expired due to it being revoked, a fresh auth token is needed",
        [50194] = "Application … is not configured as a multi-tenant application. Usage of the /common endpoint is not supported",
        [500011] = "The resource principal named … was not found in the tenant named",
        [53003] = "Access has been blocked by Conditional Access policies. The access policy does not allow token issuance",
        [54005] = "OAuth2 Authorization code was already redeemed, please retry with a new valid code or use an existing refresh token",
        [65001] = "The user or administrator has not consented to use the application with ID … Send an interactive "
            + "authorization request for this user and resource",
        [700016] = "Application with identifier … was not found in the directory …. This can happen if the application has not "
            + "been installed by the administrator of the tenant",
        [700024] = "Client assertion is not within its valid time range. Current time: …, expiry time of assertion",
        [700025] = "Client is public so neither 'client_assertion' nor 'client_secret' should be presented",
        [700027] = "The certificate with identifier used to sign the client assertion is not registered on application; Client "
            + "assertion failed signature validation",
        [700082] = "The refresh token has expired due to inactivity. The token was issued on … and was inactive for 90.00:00:00",
        [7000215] = "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, "
            + "not the client secret ID",
        [7000218] = "The request body must contain the following parameter: 'client_assertion' or 'client_secret'",
        [7000222] = "The provided client secret keys for app … are expired. Visit the Azure portal to create new keys for your app",
        [90002] = "Tenant … not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud",
        [90094] = "Admin consent is required for the permissions requested by this application",
        [900023] = "Specified tenant identifier … is neither a valid DNS name, nor a valid external domain",
        [900144] = "The request body must contain the following parameter",
        [9002326] = "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type",
        [1002012] = "The provided value for scope … is not valid. Client credential flows must have a scope value with "
            + "/.default suffixed to the resource identifier",
    };
}
