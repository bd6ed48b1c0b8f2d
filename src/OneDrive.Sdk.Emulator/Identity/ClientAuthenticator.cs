using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// Finds out which application speaks, and whether it can prove that: by secret (in the body or as Basic) or by a signed assertion.
/// </summary>
internal sealed class ClientAuthenticator(ApplicationTable applications, AssertionVerifier assertions, EmulatorOptions options)
{
    // An assertion is for the token endpoint, or for the issuer:
    // https://learn.microsoft.com/entra/identity-platform/certificate-credentials.
    private static readonly string[] AudiencePaths = ["oauth2/v2.0/token", "oauth2/token", "v2.0"];

    private const string AssertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    public EmulatorApplication Authenticate(Exchange exchange, RequestQuery form, bool mayBePublic = false)
    {
        var (basicId, basicSecret) = ReadBasic(exchange.Header("Authorization"));
        var assertion = form["client_assertion"];
        var clientId = form["client_id"] ?? basicId ?? (assertion is null ? null : AssertionVerifier.PeekClientId(assertion))
            ?? throw EntraError.MissingParameter("client_id");
        var application = applications.Require(clientId);
        if (application.IsUnregistered)
        {
            return application;
        }

        if (application.IsPublicClient && mayBePublic)
        {
            return assertion is null && form["client_secret"] is null && basicSecret is null
                ? application
                : throw EntraError.InvalidClient(
                    700025, "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.");
        }

        if (assertion is not null)
        {
            VerifyAssertion(exchange, form, assertion, application);
            return application;
        }

        if (mayBePublic && options.Lenient && form["client_secret"] is null && basicSecret is null)
        {
            // One registration serves a web application as well as a public client, which has no secret.
            return application;
        }

        var secret = form["client_secret"] ?? basicSecret
            ?? throw EntraError.InvalidClient(
                7000218,
                "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.");
        return IsSecret(application, secret)
            ? application
            : throw EntraError.InvalidClient(
                7000215,
                "Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, "
                    + $"not the client secret ID, for a secret added to app '{application.ClientId}'.");
    }

    private void VerifyAssertion(Exchange exchange, RequestQuery form, string assertion, EmulatorApplication application)
    {
        if (form["client_assertion_type"] != AssertionType)
        {
            throw EntraError.MissingParameter("client_assertion_type");
        }

        var asSent = exchange.BaseUrl + exchange.Target.RawPath;
        string[] tenants = [options.TenantId, options.TenantDomain];
        string[] audiences =
        [
            asSent,
            .. from tenant in tenants
               from path in AudiencePaths
               select $"{exchange.BaseUrl}/{tenant}/{path}",
        ];
        assertions.Verify(assertion, application, audiences);
    }

    private static bool IsSecret(EmulatorApplication application, string secret)
        => application.ClientSecret is { } expected
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(secret));

    private static (string? ClientId, string? Secret) ReadBasic(string? header)
    {
        const string Scheme = "Basic ";
        if (header?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) != true)
        {
            return (null, null);
        }

        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[Scheme.Length..].Trim(), bytes, out var length))
        {
            return (null, null);
        }

        var parts = Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2);
        return parts.Length == 2 ? (Decode(parts[0]), Decode(parts[1])) : (null, null);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
