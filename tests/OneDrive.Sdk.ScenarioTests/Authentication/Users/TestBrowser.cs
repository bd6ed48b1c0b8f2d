using System.Net;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>A browser without scripts: it follows the sign-in page to the address of the application, and posts forms when told.</summary>
internal sealed class TestBrowser : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    /// <summary>Opens the sign-in page; what comes back is where the browser would go next, or the page.</summary>
    internal async Task<BrowserAnswer> OpenAsync(Uri address)
    {
        using var response = await _http.GetAsync(address);
        return new BrowserAnswer(response.StatusCode, response.Headers.Location, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens the sign-in page and carries its answer to the application.</summary>
    internal async Task<HttpStatusCode> SignInAsync(Uri address)
    {
        var answer = await OpenAsync(address);
        using var response = answer.Location is { } location
            ? await _http.GetAsync(location)
            : await _http.PostAsync(answer.FormAction, new FormUrlEncodedContent(answer.FormFields));
        return response.StatusCode;
    }

    public void Dispose() => _http.Dispose();
}
