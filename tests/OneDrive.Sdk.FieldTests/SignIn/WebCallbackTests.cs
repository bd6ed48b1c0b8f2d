using System.Diagnostics.CodeAnalysis;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.FieldTests.SignIn;

/// <summary>How the sign-in page brings its answer back to a web application.</summary>
[SuppressMessage("Design", "CA1001", Justification = "xunit calls IAsyncLifetime.DisposeAsync.")]
public sealed class WebCallbackTests : IAsyncLifetime
{
    private readonly ScriptedIssuer _issuer = new();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await _issuer.DisposeAsync();

    [Theory]
    [InlineData("http://localhost:3000/api/adapters/onedrive/callback")]
    [InlineData("http://127.0.0.1:3000/callback")]
    [InlineData("http://[::1]:3000/callback")]
    [InlineData("https://localhost:5001/callback")]
    [InlineData("https://contoso.example/callback")]
    [FieldCase(
        "N3", "F1", Source = "in the kind of codelibs/fess#3215",
        Report = "A web application is developed on http://localhost: the response was a form (POST) there, and a query (GET) in "
            + "production.",
        Right = "It is a query in both; only `SignInInteractivelyAsync`, which has its own listener, requests a form.")]
    public async Task BeginAsync_WithARedirectUriOnThisMachine_AsksForAQuery(string redirectUri)
    {
        using var flow = _issuer.CreateFlow(options => options.RedirectUri = new Uri(redirectUri));

        var start = await flow.BeginAsync("me");

        Assert.Contains("response_mode=query", start.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    [FieldCase("N3", "F1")]
    public async Task SignInInteractivelyAsync_AsksForAForm()
    {
        using var flow = _issuer.CreateFlow(options => options.RedirectUri = new Uri("http://localhost"));
        Uri? opened = null;

        await Assert.ThrowsAsync<OperationCanceledException>(() => flow.SignInInteractivelyAsync("me", new InteractiveSignInOptions
        {
            OpenBrowser = (address, _) =>
            {
                opened = address;
                throw new OperationCanceledException();
            },
        }));

        Assert.Contains("response_mode=form_post", opened!.Query, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AuthorizationResponseMode.FormPost, "form_post")]
    [InlineData(AuthorizationResponseMode.Query, "query")]
    [FieldCase("N3", "F1")]
    public async Task BeginAsync_WithAResponseMode_AsksForIt(AuthorizationResponseMode mode, string expected)
    {
        using var flow = _issuer.CreateFlow(options => options.ResponseMode = mode);

        Assert.Contains($"response_mode={expected}", (await flow.BeginAsync("me")).Address.Query, StringComparison.Ordinal);
    }
}
