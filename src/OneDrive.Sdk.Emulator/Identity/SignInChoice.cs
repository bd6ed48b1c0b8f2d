using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>Who signs in, or why the sign-in fails: from a click on the page, from login_hint, or automatically.</summary>
internal sealed class SignInChoice(DirectoryState directory, EmulatorOptions options)
{
    /// <summary>The user; null when a user must be asked.</summary>
    /// <exception cref="EntraError">The user declined, chose a failure, or does not exist.</exception>
    public UserState? Find(Exchange exchange)
    {
        var query = exchange.Query;
        if (query[SignInPage.Failure] is { } failure)
        {
            throw ChosenErrors.Find(failure);
        }

        if (query[SignInPage.Choice] == SignInPage.Cancel)
        {
            throw new EntraError(400, "access_denied", 65004, "The user declined to consent to access the app.");
        }

        var name = query[SignInPage.Choice] ?? (Asks(exchange) ? null : query["login_hint"] ?? directory.Users[0].UserPrincipalName);
        return name is null ? null : directory.FindUser(name)
            ?? throw EntraError.InvalidRequest(50034, $"The user account {name} does not exist in the directory.");
    }

    /// <summary>All users that can be selected.</summary>
    public IReadOnlyList<UserState> Users => directory.Users;

    private bool Asks(Exchange exchange) => options.SignInPage switch
    {
        EmulatorSignInPage.Clickable => true,
        EmulatorSignInPage.ClickableInBrowsers =>
            exchange.Query["prompt"] != "none"
                && exchange.Header("Accept")?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true,
        _ => false,
    };
}
