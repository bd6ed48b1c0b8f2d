using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Browser;

/// <summary>
/// A desktop application lets a person sign in for the first time: the browser shows the emulator's page, the person clicks, the form comes
/// back to this machine, and the drive is reached.
/// </summary>
internal static class BrowserSignIn
{
    internal static async Task<int> RunAsync(string program, CancellationToken cancellationToken)
    {
        await using var emulator = await OneDriveEmulator.StartAsync(
            options => options.SignInPage = EmulatorSignInPage.Clickable, cancellationToken);
        var bob = emulator.AddUser(user => user.UserPrincipalName = "bob@contoso.example");
        var application = emulator.AddApplication(desktop =>
        {
            desktop.IsPublicClient = true;
            desktop.RedirectUris.Add(new Uri("http://localhost"));
        });
        var cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint);
        using var browser = await HeadlessBrowser.StartAsync(program, cancellationToken);
        using var flow = new AuthorizationCodeFlow(
            new() { ClientId = application.ClientId, RedirectUri = new Uri("http://localhost") }, cloud: cloud);

        var declined = await IsDeclinedAsync(flow, browser, cancellationToken);
        var end = await SignInAsync(flow, browser, "Accept as bob@contoso.example", cancellationToken);
        using var client = new OneDriveClient(flow.ForUser("me"), new OneDriveOptions { Cloud = cloud });
        var drive = await client.Drives.GetAsync(DriveAddress.Me, cancellationToken: cancellationToken);

        var isBob = drive.Id == bob.Drive.Id;
        Console.WriteLine($"declined: {declined}; signed in as the person who was clicked: {isBob}; the browser says at the end: '{end}'");
        return declined && isBob && end.Length > 0 ? 0 : 1;
    }

    private static async Task<bool> IsDeclinedAsync(
        AuthorizationCodeFlow flow, HeadlessBrowser browser, CancellationToken cancellationToken)
    {
        try
        {
            await SignInAsync(flow, browser, "Decline", cancellationToken);
            return false;
        }
        catch (OneDriveAuthenticationException failure)
        {
            return failure.Error == "access_denied";
        }
    }

    private static async Task<string> SignInAsync(
        AuthorizationCodeFlow flow, HeadlessBrowser browser, string link, CancellationToken cancellationToken)
    {
        var end = "";
        var options = new InteractiveSignInOptions
        {
            Timeout = TimeSpan.FromMinutes(1),
            OpenBrowser = async (address, token) =>
            {
                using var page = await browser.OpenAsync(address, token);
                await page.ClickAsync(link, token);
                end = await page.ReadHeadingAsync("localhost", token);
            },
        };
        await flow.SignInInteractivelyAsync("me", options, cancellationToken);
        return end;
    }
}
