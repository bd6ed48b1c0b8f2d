using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// POST /{tenant}/oauth2/v2.0/devicecode and the grant that follows it. See
/// https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code.
/// </summary>
internal sealed class DeviceCodeEndpoint(
    ClientAuthenticator clients, DeviceCodeTable codes, SignInTable signIns, TokenAnswers answers, Tenants tenants, EmulatorOptions options)
{
    public async Task<Answer> PostAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        try
        {
            var form = await FormReader.ReadAsync(exchange.Request.ContentType, exchange.Body, cancellationToken).ConfigureAwait(false);
            var tenant = Tenants.Of(exchange.Target);
            tenants.Require(tenant);
            if (exchange.Refusal is { } refusal)
            {
                throw refusal;
            }

            var application = clients.Authenticate(exchange, form, mayBePublic: true);
            var scopes = RequestedScopes.Parse(form["scope"], exchange.BaseUrl);
            var (deviceCode, signIn) = codes.Issue(application, scopes, tenant, form["claims"]);
            var page = $"{exchange.BaseUrl}/{DeviceLoginPage.Path}";
            return Answer.Json(200, new JsonObject
            {
                ["user_code"] = signIn.UserCode,
                ["device_code"] = deviceCode,
                ["verification_uri"] = page,
                ["expires_in"] = (long)options.DeviceCodeLifetime.TotalSeconds,
                ["interval"] = (long)options.DeviceCodeInterval.TotalSeconds,
                ["message"] = string.Create(
                    CultureInfo.InvariantCulture,
                    $"To sign in, use a web browser to open the page {page} and enter the code {signIn.UserCode} to authenticate."),
            }).With("Cache-Control", "no-store, no-cache");
        }
        catch (EntraError error)
        {
            return error.Render(exchange, options.TimeProvider);
        }
    }

    public Answer Redeem(Exchange exchange, RequestQuery form)
    {
        var application = clients.Authenticate(exchange, form, mayBePublic: true);
        var code = form["device_code"] ?? throw EntraError.MissingParameter("device_code");
        var signIn = codes.Redeem(code, application);
        var grant = new SignInGrant(application, signIn.User!, signIn.Scopes);
        var refreshToken = signIn.Scopes.WantsRefreshToken ? signIns.IssueRefreshToken(grant) : null;
        return answers.Write(exchange, form, grant, signIn.Scopes, refreshToken, nonce: null, form["claims"] ?? signIn.Claims);
    }
}
