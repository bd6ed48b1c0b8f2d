using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>GET or POST /oidc/userinfo: who signed in. See https://learn.microsoft.com/entra/identity-platform/userinfo.</summary>
internal static class UserInfoEndpoint
{
    public const string Path = "oidc/userinfo";

    public static Answer Get(Exchange exchange)
    {
        var user = exchange.Grant.User
            ?? throw new GraphError(403, "accessDenied", "The token belongs to an application; userinfo describes the user of a token.");
        return Answer.Json(200, new JsonObject
        {
            ["sub"] = TokenAnswers.SubjectOf(user, exchange.Grant.ApplicationId),
            ["name"] = user.DisplayName,
            ["given_name"] = user.DisplayName.Split(' ')[0],
            ["family_name"] = user.DisplayName.Split(' ')[^1],
            ["email"] = user.Mail,
        });
    }
}
