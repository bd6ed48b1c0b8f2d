using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// GET /devicelogin: where a person types the code that a device shows. It answers by itself as the sign-in page does: for the user of
/// a click, or the first user where pages are automatic.
/// </summary>
internal sealed class DeviceLoginPage(DeviceCodeTable codes, DirectoryState directory, EmulatorOptions options)
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

        var choice = exchange.Query[SignInPage.Choice]
            ?? (options.SignInPage == EmulatorSignInPage.Automatic ? directory.Users[0].UserPrincipalName : null);
        if (choice is null)
        {
            return SignInPage.Choose(exchange, signIn.Application, signIn.Scopes, directory.Users);
        }

        try
        {
            return Finish(signIn, choice);
        }
        catch (EntraError error)
        {
            return SignInPage.Error(exchange, error);
        }
    }

    private Answer Finish(DeviceSignIn signIn, string choice)
    {
        if (choice == SignInPage.Cancel)
        {
            codes.Finish(signIn, user: null);
            return SignInPage.DeviceDeclined(signIn.Application);
        }

        var user = directory.FindUser(choice)
            ?? throw EntraError.InvalidRequest(50034, $"The user account {choice} does not exist in the directory.");
        Tenants.RequireMember(signIn.Tenant, user);
        codes.Finish(signIn, user);
        return SignInPage.DeviceSignedIn(signIn.Application);
    }
}
