namespace BackupPortal.BrowserTests;

/// <summary>What goes wrong while a person authorizes a destination, and how the portal leads back.</summary>
public sealed class SignInTests(PortalBrowser browser) : IClassFixture<PortalBrowser>
{
    [Fact]
    public async Task WhatGoesWrongWithASignIn_IsShownWithWhatToDo()
    {
        await using var portal = new PortalProcess();
        await portal.StartAsync();
        await using var at = await browser.OpenAsync(portal, width: 400);
        await at.SignInAsync();

        await at.AddDestinationAsync("A secret id", "11111111-2222-3333-4444-555555555555");
        Assert.True(await at.HasTextAsync("This looks like the Secret ID."));
        await at.PictureAsync("secret-id-400");

        await at.AddDestinationAsync("A wrong secret", "this is not the secret");
        await at.AuthorizeAsync();
        Assert.True(await at.HasTextAsync("Use the Value of the client secret, not its Secret ID"));
        Assert.Equal("Authorization required", await at.Page.TextContentAsync("#state"));
        await at.PictureAsync("wrong-secret-400");

        await at.AddDestinationAsync("Declined");
        await at.AuthorizeAsync("#cancel");
        Assert.True(await at.HasTextAsync("The sign-in was declined"));
        await at.AuthorizeAsync();
        Assert.Equal("Authorized", await at.Page.TextContentAsync("#state"));

        await portal.KillAsync();
        await portal.StartAsync();
        await at.Page.ReloadAsync();
        Assert.Equal("Authorized", await at.Page.TextContentAsync("#state"));
        await at.Page.ClickAsync("#authorize");
        await portal.KillAsync();
        await portal.StartAsync();
        await at.Page.ClickAsync("a.user >> nth=0");
        await at.Page.Locator("#state").WaitForAsync();
        Assert.True(await at.HasTextAsync("Authorized as adele@contoso.example."));
    }
}
