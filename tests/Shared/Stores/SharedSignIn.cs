using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StoreTests;

/// <summary>A sign-in of several processes, at an issuer that revokes everything as soon as a refresh token comes twice.</summary>
internal static class SharedSignIn
{
    internal static readonly Uri Callback = new("https://app.example/callback");

    internal static async Task BeginAsync(ITokenStore store, Uri emulator)
    {
        using var flow = Open(store, emulator);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var start = await flow.BeginAsync(WorkerProgram.Key);
        using var response = await browser.GetAsync(start.Address);
        await flow.CompleteAsync(WorkerProgram.Key, AuthorizationCallback.Parse(response.Headers.Location!));
    }

    /// <summary>Refreshes again and again: the token that was just received counts as refused.</summary>
    internal static async Task RefreshAsync(ITokenStore store, Uri emulator, int refreshes)
    {
        using var flow = Open(store, emulator);
        var tokens = flow.ForUser(WorkerProgram.Key);
        AccessToken? token = null;
        for (var refresh = 0; refresh < refreshes; refresh++)
            token = await tokens.GetTokenAsync(new AccessTokenRequest { Resource = emulator, Rejected = token }, default);
    }

    private static AuthorizationCodeFlow Open(ITokenStore store, Uri emulator) => new(
        new AuthorizationCodeOptions
        {
            ClientId = OneDriveEmulator.DefaultClientId,
            ClientSecret = OneDriveEmulator.DefaultClientSecret,
            RedirectUri = Callback,
        },
        store,
        cloud: OneDriveCloud.Custom(emulator, emulator));
}
