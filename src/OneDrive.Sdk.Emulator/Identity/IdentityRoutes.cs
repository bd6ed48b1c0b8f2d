using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The routes of the sign-in service.</summary>
internal sealed class IdentityRoutes(
    TokenEndpoint token,
    TokenEndpointV1 tokenV1,
    AuthorizeEndpoint authorize,
    DeviceCodeEndpoint devices,
    DeviceLoginPage devicePage,
    UserRealmEndpoint realms,
    OpenIdEndpoints openId)
{
    /// <summary>The route of a request; null when it is not for the sign-in service.</summary>
    public Route? Match(IReadOnlyList<string> segments, string method) => segments switch
    {
        [_, "oauth2", "v2.0", "token"] => Post(EmulatorOperation.Token, token.PostAsync, method),
        [_, "oauth2", "token"] => Post(EmulatorOperation.Token, tokenV1.PostAsync, method),
        ["discovery", "v2.0", "me", "services"] when method == "GET" =>
            Route.Plain(EmulatorOperation.DiscoverServices, DiscoveryEndpoint.Get) with
            {
                NeedsToken = true,
                Audience = AudienceKind.Discovery,
            },
        [_, "oauth2", "v2.0", "devicecode"] => Post(EmulatorOperation.DeviceCode, devices.PostAsync, method),
        ["oidc", "userinfo"] when method is "GET" or "POST" =>
            Route.Plain(EmulatorOperation.UserInfo, UserInfoEndpoint.Get) with { NeedsToken = true },
        [_, "userrealm", _] when method == "GET" => Route.Plain(EmulatorOperation.OpenIdConfiguration, realms.Get),
        ["common", "discovery", "instance"] when method == "GET" =>
            Route.Plain(EmulatorOperation.OpenIdConfiguration, OpenIdEndpoints.DiscoverInstance),
        [_, "oauth2", "nativeclient"] when method == "GET" => Route.Plain(EmulatorOperation.Authorize, _ => SignInPage.NativeClient()),
        [DeviceLoginPage.Path] when method == "GET" => Route.Plain(EmulatorOperation.DeviceLogin, devicePage.Get),
        [_, "oauth2", "v2.0", "authorize"] or [_, "oauth2", "authorize"] when method == "GET" =>
            Route.Plain(EmulatorOperation.Authorize, authorize.Get),
        [_, "oauth2", "v2.0", "logout"] or [_, "oauth2", "logout"] when method == "GET" =>
            Route.Plain(EmulatorOperation.SignOut, openId.SignOut),
        [_, "v2.0", ".well-known", "openid-configuration"] or [_, ".well-known", "openid-configuration"] when method == "GET" =>
            Route.Plain(EmulatorOperation.OpenIdConfiguration, openId.GetConfiguration),
        [_, "discovery", "v2.0", "keys"] or [_, "discovery", "keys"] when method == "GET" =>
            Route.Plain(EmulatorOperation.SigningKeys, openId.GetKeys),
        [_, "adminconsent"] or [_, "v2.0", "adminconsent"] when method == "GET" =>
            Route.Plain(EmulatorOperation.AdminConsent, openId.GrantConsent),
        _ => null,
    };

    private static Route Post(EmulatorOperation operation, Func<Exchange, CancellationToken, Task<Answer>> handler, string method) =>
        method == "POST"
            ? new Route(operation, handler)
            : Route.MethodNotAllowed(operation);
}
