using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Threats;

/// <summary>Wherever an address can be configured that receives a secret, plain http is refused before anything is sent.</summary>
[Trait("Threat", "T10")]
public sealed class InsecureSettingTests
{
    private static readonly Uri Http = new("http://login.example/");
    private static readonly Uri Https = new("https://login.example/");

    [Fact]
    public void Constructors_RefusePlainHttp()
    {
        Assert.Throws<ArgumentException>(() => OneDriveCloud.Custom(Http, Https));
        Assert.Throws<ArgumentException>(() => OneDriveCloud.Custom(Https, Http));
        Assert.Throws<ArgumentException>(() => new ClientSecretTokenProvider(
            new() { TokenUrl = "http://login.example/contoso.com/oauth2/v2.0/token", ClientId = "c", ClientSecret = "s" }));
        Assert.Throws<ArgumentException>(() => Flow(options => options.Issuer = "http://login.example/t/v2.0"));
        Assert.Throws<ArgumentException>(() => Flow(options => options.RedirectUri = new Uri("http://app.example/callback")));
    }

    [Fact]
    public void Constructors_TakeHttpsAndTheEmulatorOnThisMachine()
    {
        Assert.NotNull(OneDriveCloud.Custom(Https, Https));
        Assert.NotNull(OneDriveCloud.Custom(new Uri("http://127.0.0.1:5005"), new Uri("http://127.0.0.1:5005")));
        using var flow = Flow(options => options.RedirectUri = new Uri("http://localhost"));
        Assert.NotNull(flow);
    }

    private static AuthorizationCodeFlow Flow(Action<AuthorizationCodeOptions> configure)
    {
        var options = new AuthorizationCodeOptions { ClientId = "c", RedirectUri = new Uri("https://app.example/callback") };
        configure(options);
        return new AuthorizationCodeFlow(options);
    }
}
