using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// An API exchanges the token that a user's client sent to it. See
/// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-on-behalf-of-flow.
/// </summary>
internal sealed class OnBehalfOfGrant(
    ClientAuthenticator clients, TokenTable tokens, SignInTable signIns, TokenAnswers answers, EmulatorOptions options)
{
    public const string Type = "urn:ietf:params:oauth:grant-type:jwt-bearer";

    public Answer Redeem(Exchange exchange, RequestQuery form)
    {
        var application = clients.Authenticate(exchange, form);
        if (form["requested_token_use"] is not "on_behalf_of")
        {
            throw EntraError.MissingParameter("requested_token_use");
        }

        var assertion = form["assertion"] ?? throw EntraError.MissingParameter("assertion");
        var presented = tokens.Find(assertion) ?? throw Refuse(50013, "Assertion failed signature validation.");
        if (presented.Expires <= options.TimeProvider.GetUtcNow())
        {
            throw Refuse(500133, "Assertion is not within its valid time range.");
        }

        if (!IsFor(application, presented.Audience))
        {
            throw Refuse(
                500131,
                $"Assertion audience does not match the Client app presenting the assertion. The audience is '{presented.Audience}'.");
        }

        var user = presented.User ?? throw Refuse(50013, "The assertion does not belong to a user.");
        var scopes = RequestedScopes.Parse(form["scope"], exchange.BaseUrl);
        var grant = new SignInGrant(application, user, scopes);
        var refreshToken = scopes.WantsRefreshToken ? signIns.IssueRefreshToken(grant) : null;
        return answers.Write(exchange, form, grant, scopes, refreshToken, nonce: null, form["claims"]);
    }

    private static bool IsFor(EmulatorApplication application, string audience) =>
        audience.Equals(Audiences.Of(application), StringComparison.OrdinalIgnoreCase)
        || audience.Equals(application.ClientId, StringComparison.OrdinalIgnoreCase);

    private static EntraError Refuse(int number, string message) => new(400, "invalid_grant", number, message);
}
