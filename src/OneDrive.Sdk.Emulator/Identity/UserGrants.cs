using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The grants that stand for a user: a code from the browser, and a refresh token.</summary>
internal sealed class UserGrants(ClientAuthenticator clients, SignInTable signIns, TokenAnswers answers)
{
    public Answer RedeemCode(Exchange exchange, RequestQuery form)
    {
        var application = clients.Authenticate(exchange, form, mayBePublic: true);
        var value = form["code"] ?? throw EntraError.MissingParameter("code");
        var redirectUri = form["redirect_uri"] ?? throw EntraError.MissingParameter("redirect_uri");
        var code = signIns.Redeem(value, application);
        Check(code, redirectUri, form["code_verifier"]);
        var scopes = Narrow(exchange, form["scope"], code.Grant);
        var refreshToken = code.Grant.Scopes.WantsRefreshToken ? signIns.IssueRefreshToken(code.Grant) : null;
        return answers.Write(exchange, form, code.Grant, scopes, refreshToken, code.Nonce, form["claims"] ?? code.Claims);
    }

    public Answer Refresh(Exchange exchange, RequestQuery form)
    {
        var application = clients.Authenticate(exchange, form, mayBePublic: true);
        var value = form["refresh_token"] ?? throw EntraError.MissingParameter("refresh_token");
        var (grant, next) = signIns.Refresh(value, application);
        return answers.Write(exchange, form, grant, Narrow(exchange, form["scope"], grant), next, nonce: null, form["claims"]);
    }

    /// <summary>The scopes of the request, which must be among those that were granted; without any, those that were granted.</summary>
    private static RequestedScopes Narrow(Exchange exchange, string? scope, SignInGrant grant)
    {
        if (string.IsNullOrWhiteSpace(scope))
        {
            return grant.Scopes;
        }

        var asked = RequestedScopes.Parse(scope, exchange.BaseUrl);
        var missing = asked.Permissions.Except(grant.Scopes.Permissions, StringComparer.OrdinalIgnoreCase).ToList();
        return missing.Count == 0
            ? asked
            : throw new EntraError(
                400,
                "invalid_grant",
                65001,
                $"The user or administrator has not consented to use the application with ID '{grant.Application.ClientId}'. "
                    + $"Send an interactive authorization request for this user and resource. Missing: {string.Join(' ', missing)}.")
            {
                SubError = "consent_required",
            };
    }

    /// <summary>Whether a code is redeemed by the client that requested it.</summary>
    public static void Check(AuthorizationCode code, string redirectUri, string? verifier)
    {
        if (redirectUri != code.RedirectUri)
        {
            throw new EntraError(
                400, "invalid_grant", 50011, $"The redirect URI '{redirectUri}' does not match the one of the authorization request.");
        }

        if (code.Challenge is null)
        {
            return;
        }

        if (verifier is null || verifier.Length is < 43 or > 128)
        {
            throw new EntraError(400, "invalid_grant", 501481, "The Code_Verifier is missing or does not have 43 to 128 characters.");
        }

        var expected = code.ChallengeMethod is "plain"
            ? verifier
            : Base64Url.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        if (expected != code.Challenge)
        {
            throw new EntraError(
                400,
                "invalid_grant",
                501481,
                "The Code_Verifier does not match the code_challenge supplied in the authorization request.");
        }
    }
}
