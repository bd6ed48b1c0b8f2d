using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// GET /devicelogin: where a user types the code that a device shows. It answers automatically as the sign-in page does: for the user of a
/// click, or the first user where pages are automatic.
/// </summary>
internal sealed class DeviceLoginPage(DeviceCodeTable codes, SignInChoice choice)
{
    public const string Path = "devicelogin";
    private const string Code = "otc";

    public Answer Get(Exchange exchange)
    {
        if (exchange.Query[Code] is not { Length: > 0 } typed)
        {
            return SignInPage.AskForCode(exchange, Code);
        }

        if (codes.FindWaiting(typed) is not { } signIn)
        {
            return SignInPage.Error(
                exchange, new EntraError(400, "bad_verification_code", 70018, "That code didn't work. Check the code and try again."));
        }

        try
        {
            if (choice.Find(exchange) is not { } user)
            {
                return SignInPage.Choose(exchange, signIn.Application, signIn.Scopes, choice.Users);
            }

            Tenants.RequireMember(signIn.Tenant, user);
            codes.Finish(signIn, user);
            return SignInPage.DeviceSignedIn(signIn.Application);
        }
        catch (EntraError) when (exchange.Query[SignInPage.Choice] == SignInPage.Cancel)
        {
            codes.Finish(signIn, user: null);
            return SignInPage.DeviceDeclined(signIn.Application);
        }
        catch (EntraError error)
        {
            if (exchange.Query[SignInPage.Failure] is not null)
            {
                codes.Fail(signIn, error);
            }

            return SignInPage.Error(exchange, error);
        }
    }
}
