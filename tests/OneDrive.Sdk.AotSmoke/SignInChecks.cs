using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using OneDrive.Sdk.AotSmoke.Service;
using OneDrive.Sdk.AotSmoke.SignIn;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>Sign-in with a certificate, without a container: what arrives at the token endpoint is verified here.</summary>
internal static class SignInChecks
{
    internal const string ClientId = "11111111-2222-3333-4444-555555555555";

    internal static async Task RunAsync(Checks checks)
    {
        using var certificate = TestCertificate.Create();
        await using var endpoint = new LoopbackTokenEndpoint();
        var service = new CannedService()
            .On("GET", "users/adele@contoso.com/drive", HttpStatusCode.Unauthorized, "{}")
            .On("GET", "users/adele@contoso.com/drive", HttpStatusCode.OK, """{"id":"d"}""")
            .On("GET", "users/adele@contoso.com/drive", HttpStatusCode.OK, """{"id":"d"}""");
        using var tokens = new ClientCertificateTokenProvider(
            new ClientCertificateOptions { TokenUrl = endpoint.Address, ClientId = ClientId, Certificate = certificate });
        using var client = new OneDriveClient(tokens, transport: service);

        await client.Drives.GetAsync(DriveAddress.User("adele@contoso.com"));
        await client.Drives.GetAsync(DriveAddress.User("adele@contoso.com"));

        checks.Same(
            "a refused token is replaced, an accepted one kept",
            ["Bearer token-1", "Bearer token-2", "Bearer token-2"],
            service.Requests.Select(request => request.Header("Authorization")));
        var assertions = Verify(checks, endpoint, certificate, TimeSpan.FromMinutes(5));
        checks.Equal("every assertion has an id of its own", 2, assertions.Select(assertion => assertion.Claim("jti")).Distinct().Count());
        checks.That("no chain is sent unless it is asked for", assertions.All(assertion => !assertion.Header.TryGetProperty("x5c", out _)));

        await WithRs256Async(checks);
    }

    /// <summary>Verifies every form that the endpoint received.</summary>
    internal static IReadOnlyList<ReceivedAssertion> Verify(
        Checks checks, LoopbackTokenEndpoint endpoint, X509Certificate2 certificate, TimeSpan lifetime)
    {
        var assertions = endpoint.Forms.Select(form => new ReceivedAssertion(form["client_assertion"])).ToList();
        checks.That("the token endpoint was asked", assertions.Count > 0);
        checks.That("for a token of the application", endpoint.Forms.All(form => form["grant_type"] == "client_credentials"
            && form["client_id"] == ClientId
            && form["scope"] == "https://graph.microsoft.com/.default"
            && form["client_assertion_type"] == "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        foreach (var assertion in assertions)
        {
            checks.That("the assertion has a valid PS256 signature", assertion.IsSignedBy(certificate, RSASignaturePadding.Pss));
            checks.Equal("alg says so", "PS256", assertion.Header.GetProperty("alg").GetString());
            checks.Equal("typ is JWT", "JWT", assertion.Header.GetProperty("typ").GetString());
            checks.Equal(
                "x5t#S256 names the certificate",
                Base64Url.EncodeToString(SHA256.HashData(certificate.RawData)),
                assertion.Header.GetProperty("x5t#S256").GetString());
            checks.Equal("aud is the token endpoint", endpoint.Address, assertion.Claim("aud"));
            checks.That("iss and sub are the application", assertion.Claim("iss") == ClientId && assertion.Claim("sub") == ClientId);
            checks.That("jti is an id", Guid.TryParse(assertion.Claim("jti"), out _));
            checks.Equal("exp is as late as was asked", lifetime, assertion.Lifetime);
            checks.That(
                "nbf is now", (TimeProvider.System.GetUtcNow() - assertion.NotBefore).Duration() < TimeSpan.FromMinutes(1));
        }

        return assertions;
    }

    private static async Task WithRs256Async(Checks checks)
    {
        using var certificate = TestCertificate.Create();
        await using var endpoint = new LoopbackTokenEndpoint();
        using var tokens = new ClientCertificateTokenProvider(new ClientCertificateOptions
        {
            TokenUrl = endpoint.Address,
            ClientId = ClientId,
            Certificate = certificate,
            SigningAlgorithm = ClientAssertionAlgorithm.RS256,
        });

        await tokens.GetTokenAsync(new AccessTokenRequest { Resource = new Uri("https://graph.microsoft.com") }, CancellationToken.None);

        var assertion = new ReceivedAssertion(endpoint.Forms.Single()["client_assertion"]);
        checks.That("an RS256 signature is valid too", assertion.IsSignedBy(certificate, RSASignaturePadding.Pkcs1));
        checks.Equal(
            "x5t names the certificate",
            Base64Url.EncodeToString(Convert.FromHexString(certificate.Thumbprint)),
            assertion.Header.GetProperty("x5t").GetString());
    }
}
