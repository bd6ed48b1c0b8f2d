using OneDrive.Sdk.Emulator.ClientTests.Support;

namespace OneDrive.Sdk.Emulator.ClientTests.Identity;

/// <summary>What a browser does in a sign-in: it opens the page, and is sent back with a code.</summary>
internal static class BrowserStep
{
    internal static Task<string> SignInAsync(HttpsEmulator https, Uri redirect) => GetCodeAsync(
        https,
        new Uri($"{https.Address}/{https.Emulator.TenantId}/oauth2/v2.0/authorize?client_id={OneDriveEmulator.DefaultClientId}"
            + $"&response_type=code&scope={Uri.EscapeDataString(https.GraphScope + " openid offline_access")}"
            + $"&redirect_uri={Uri.EscapeDataString(redirect.OriginalString)}"));

    internal static async Task<string> GetCodeAsync(HttpsEmulator https, Uri address)
    {
        var answer = await FollowAsync(https, address);
        return Uri.UnescapeDataString(answer.Query.Split("code=")[1].Split('&')[0]);
    }

    /// <summary>Opens the page and gives the address to which the browser is sent.</summary>
    internal static async Task<Uri> FollowAsync(HttpsEmulator https, Uri address)
    {
        using var http = new HttpClient(https.NewHandler(redirects: false));
        using var response = await http.GetAsync(address);
        return response.Headers.Location ?? throw new InvalidOperationException(await response.Content.ReadAsStringAsync());
    }
}
