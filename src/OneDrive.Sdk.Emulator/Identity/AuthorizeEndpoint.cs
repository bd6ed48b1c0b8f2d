using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// GET /{tenant}/oauth2/v2.0/authorize: the page where a user signs in and consents. It answers automatically as soon as it is known who
/// signs in.
/// </summary>
internal sealed class AuthorizeEndpoint(
    ApplicationTable applications,
    SignInChoice choice,
    SignInTable signIns,
    TokenAnswers answers,
    Tenants tenants,
    EmulatorOptions options)
{
    private static readonly string[] ResponseModes = ["query", "form_post", "fragment"];

    public Answer Get(Exchange exchange)
    {
        var query = exchange.Query;
        string redirectUri;
        EmulatorApplication application;
        try
        {
            tenants.Require(Tenants.Of(exchange.Target));
            application = applications.Require(query["client_id"] ?? throw EntraError.MissingParameter("client_id"));
            redirectUri = query["redirect_uri"] ?? throw EntraError.MissingParameter("redirect_uri");
            RedirectUris.Require(application, redirectUri, options.Lenient);
        }
        catch (EntraError error)
        {
            // Nothing is sent to an address that the application did not register.
            return SignInPage.Error(exchange, error);
        }

        try
        {
            return Authorize(exchange, application, redirectUri);
        }
        catch (EntraError error)
        {
            // The first version puts errors where no server sees them.
            return Respond(
                query["response_mode"] ?? (IsFirstVersion(exchange) ? "fragment" : null),
                query,
                redirectUri,
                [new("error", error.Error), new("error_description", $"AADSTS{error.Number}: {error.Message}")]);
        }
    }

    private Answer Authorize(Exchange exchange, EmulatorApplication application, string redirectUri)
    {
        var query = exchange.Query;
        if (exchange.Refusal is { } refusal)
        {
            throw refusal;
        }

        var type = ResponseType.Parse(query["response_type"], query["nonce"]);
        if (query["response_mode"] is { } mode && (!ResponseModes.Contains(mode) || (mode == "query" && type.HasIdToken)))
        {
            throw EntraError.InvalidRequest(70007, $"'{mode}' is not a supported value of response_mode when requesting a token.");
        }

        if (query["code_challenge"] is { } challenge && challenge.Length is < 43 or > 128)
        {
            throw EntraError.InvalidRequest(501491, "The code_challenge does not have 43 to 128 characters.");
        }

        var scopes = IsFirstVersion(exchange)
            ? RequestedScopes.ForResource(query["resource"], exchange.BaseUrl)
            : RequestedScopes.Parse(query["scope"], exchange.BaseUrl);
        if (application.RequiresAdminConsent)
        {
            throw new EntraError(
                400, "access_denied", 90094, $"An administrator must grant consent to '{application.DisplayName}' before it can be used.");
        }

        if (choice.Find(exchange) is not { } user)
        {
            return query["prompt"] == "none"
                ? throw new EntraError(400, "login_required", 50058, "A silent sign-in request was sent but no user is signed in.")
                : SignInPage.Choose(exchange, application, scopes, choice.Users);
        }

        Tenants.RequireMember(Tenants.Of(exchange.Target), user);
        var grant = new SignInGrant(application, user, scopes);
        var code = new AuthorizationCode(grant, redirectUri, options.TimeProvider.GetUtcNow() + options.AuthorizationCodeLifetime)
        {
            Nonce = query["nonce"],
            Challenge = query["code_challenge"],
            ChallengeMethod = query["code_challenge_method"] ?? "plain",
            Claims = query["claims"],
        };
        var values = new List<KeyValuePair<string, string>>();
        if (type.HasCode)
        {
            values.Add(new("code", signIns.Issue(code)));
        }

        if (type.HasIdToken)
        {
            values.Add(new("id_token", answers.SignIdentity(exchange, grant, query["nonce"])));
        }

        values.Add(new("session_state", Guid.NewGuid().ToString()));
        return Respond(query["response_mode"] ?? (type.HasIdToken ? "fragment" : null), query, redirectUri, values);
    }

    private static bool IsFirstVersion(Exchange exchange) => exchange.Target.Segments is [_, "oauth2", "authorize"];

    private static Answer Respond(string? mode, RequestQuery query, string redirectUri, List<KeyValuePair<string, string>> values)
    {
        if (query["state"] is { } state)
        {
            values.Add(new("state", state));
        }

        var text = string.Join('&', values.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));
        return mode switch
        {
            "form_post" => SignInPage.Post(redirectUri, values),
            "fragment" => Redirect($"{redirectUri}#{text}"),
            _ => Redirect(redirectUri + (redirectUri.Contains('?', StringComparison.Ordinal) ? "&" : "?") + text),
        };
    }

    private static Answer Redirect(string address) => Answer.Empty(302).With("Location", address).With("Cache-Control", "no-store");
}
