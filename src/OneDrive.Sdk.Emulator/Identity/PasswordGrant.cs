using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// A client sends the name and password of a user. See https://learn.microsoft.com/entra/identity-platform/v2-oauth-ropc and
/// https://learn.microsoft.com/entra/identity-platform/reference-error-codes.
/// </summary>
internal sealed class PasswordGrant(
    ClientAuthenticator clients, DirectoryState directory, SignInTable signIns, TokenAnswers answers, EmulatorOptions options)
{
    public Answer Redeem(Exchange exchange, RequestQuery form)
    {
        var tenant = Tenants.Of(exchange.Target);
        if (Tenants.IsShared(tenant) && !tenant.Equals("organizations", StringComparison.OrdinalIgnoreCase))
        {
            throw EntraError.InvalidRequest(
                9001023,
                $"The grant type is not supported over the /{tenant} endpoint. Please use the /organizations or a tenant-specific "
                    + "endpoint.");
        }

        var application = clients.Authenticate(exchange, form, mayBePublic: true);
        var name = form["username"] ?? throw EntraError.MissingParameter("username");
        var password = form["password"] ?? throw EntraError.MissingParameter("password");
        var user = directory.FindUser(name) is { } found
            && found.UserPrincipalName.Equals(name, StringComparison.OrdinalIgnoreCase)
                ? found
                : throw Refuse(
                    50034,
                    $"The user account {name} does not exist in the {options.TenantDomain} directory. To sign into this application, "
                        + "the account must be added to the directory.");
        Tenants.RequireMember(tenant, user);
        if (password != options.UserPassword)
        {
            throw Refuse(50126, "Error validating credentials due to invalid username or password.");
        }

        var scopes = RequestedScopes.Parse(form["scope"], exchange.BaseUrl);
        var grant = new SignInGrant(application, user, scopes);
        var refreshToken = scopes.WantsRefreshToken ? signIns.IssueRefreshToken(grant) : null;
        return answers.Write(exchange, form, grant, scopes, refreshToken, nonce: null, form["claims"]);
    }

    private static EntraError Refuse(int number, string message) => new(400, "invalid_grant", number, message);
}
