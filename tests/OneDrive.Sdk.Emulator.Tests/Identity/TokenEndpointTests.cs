using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

public sealed class TokenEndpointTests : IAsyncLifetime
{
    private EmulatorClient _client = null!;

    private OneDriveEmulator Emulator => _client.Emulator;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task Post_WithSecretInTheBody_AnswersATokenThatGraphTakes()
    {
        using var response = await PostAsync(Emulator.TenantId, Form());
        var json = await EmulatorClient.ReadJsonAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Bearer", json["token_type"]!.GetValue<string>());
        Assert.Equal(3600, json["expires_in"]!.GetValue<int>());
        Assert.Null(json["refresh_token"]);
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        _client.Token = json["access_token"]!.GetValue<string>();
        using var drive = await _client.GetAsync(_client.Drive);
        Assert.Equal(HttpStatusCode.OK, drive.StatusCode);
    }

    [Fact]
    public async Task Post_WithSecretInBasicAuthorization_NeedsNoClientIdInTheBody()
    {
        var form = Form();
        form.Remove("client_id");
        form.Remove("client_secret");
        var basic = Convert.ToBase64String(
            Encoding.UTF8.GetBytes($"{OneDriveEmulator.DefaultClientId}:{OneDriveEmulator.DefaultClientSecret}"));

        using var response = await PostAsync(Emulator.TenantId, form, new AuthenticationHeaderValue("Basic", basic));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Post_WithASecretOfSpecialCharacters_DecodesItInBothPlaces()
    {
        const string Secret = "a+b%c &=~ä";
        Emulator.AddApplication(application => (application.ClientId, application.ClientSecret) = ("special", Secret));
        using var inBody = await PostAsync(Emulator.TenantId, Form(("client_id", "special"), ("client_secret", Secret)));
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"special:{Uri.EscapeDataString(Secret)}"));
        var form = Form();
        form.Remove("client_id");
        form.Remove("client_secret");
        using var inHeader = await PostAsync(Emulator.TenantId, form, new AuthenticationHeaderValue("Basic", basic));

        Assert.Equal(HttpStatusCode.OK, inBody.StatusCode);
        Assert.Equal(HttpStatusCode.OK, inHeader.StatusCode);
    }

    [Fact]
    public async Task Post_WithTheDomainOfTheTenant_IsAccepted()
    {
        using var response = await PostAsync("CONTOSO.example", Form());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("common", 9001023)]
    [InlineData("organizations", 9001023)]
    [InlineData("consumers", 9001023)]
    [InlineData("00000000-1111-2222-3333-444444444444", 90002)]
    [InlineData("other.example", 90002)]
    public async Task Post_ToAnotherTenant_IsRefused(string tenant, int number)
    {
        using var response = await PostAsync(tenant, Form());

        await AssertErrorAsync(response, 400, "invalid_request", number);
    }

    [Theory]
    [InlineData("client_secret", "wrong", 401, "invalid_client", 7000215)]
    [InlineData("client_secret", null, 401, "invalid_client", 7000218)]
    [InlineData("client_id", "5a1e6c9f-0000-4000-8000-000000000000", 400, "unauthorized_client", 700016)]
    [InlineData("client_id", null, 400, "invalid_request", 900144)]
    [InlineData("grant_type", null, 400, "invalid_request", 900144)]
    [InlineData("grant_type", "urn:example:unknown", 400, "unsupported_grant_type", 70003)]
    [InlineData("scope", null, 400, "invalid_request", 900144)]
    [InlineData("scope", "Files.Read", 400, "invalid_scope", 1002012)]
    [InlineData("scope", "https://graph.microsoft.com/.default Files.Read", 400, "invalid_scope", 1002012)]
    [InlineData("scope", "https://elsewhere.example/.default", 400, "invalid_resource", 500011)]
    public async Task Post_WithOneWrongParameter_IsRefusedWithItsNumber(string name, string? value, int status, string error, int number)
    {
        var form = Form();
        form.Remove(name);
        if (value is not null)
        {
            form[name] = value;
        }

        using var response = await PostAsync(Emulator.TenantId, form);

        await AssertErrorAsync(response, status, error, number);
    }

    [Fact]
    public async Task Post_OfSomethingElseThanAForm_IsRefused()
    {
        using var content = new StringContent("""{"grant_type":"client_credentials"}""", Encoding.UTF8, "application/json");
        using var response = await _client.Http.PostAsync($"{Emulator.TenantId}/oauth2/v2.0/token", content);

        await AssertErrorAsync(response, 400, "invalid_request", 900144);
    }

    [Fact]
    public async Task Get_IsNotAllowed()
    {
        using var response = await _client.Http.GetAsync($"{Emulator.TenantId}/oauth2/v2.0/token");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    private static Dictionary<string, string> Form(params (string Name, string Value)[] changes)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = OneDriveEmulator.DefaultClientId,
            ["client_secret"] = OneDriveEmulator.DefaultClientSecret,
            ["scope"] = "https://graph.microsoft.com/.default",
        };
        foreach (var (name, value) in changes)
        {
            form[name] = value;
        }

        return form;
    }

    private async Task<HttpResponseMessage> PostAsync(
        string tenant,
        Dictionary<string, string> form,
        AuthenticationHeaderValue? authorization = null)
    {
        using var content = new FormUrlEncodedContent(form);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{tenant}/oauth2/v2.0/token") { Content = content };
        request.Headers.Authorization = authorization;
        return await _client.Http.SendAsync(request);
    }

    internal static async Task AssertErrorAsync(HttpResponseMessage response, int status, string error, int number)
    {
        var text = await response.Content.ReadAsStringAsync();
        var json = JsonNode.Parse(text)!;
        Assert.True(status == (int)response.StatusCode, text);
        Assert.Equal(error, json["error"]!.GetValue<string>());
        Assert.Equal(number, Assert.Single(json["error_codes"]!.AsArray())!.GetValue<int>());
        Assert.StartsWith($"AADSTS{number}: ", json["error_description"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotEmpty(json["timestamp"]!.GetValue<string>());
        Assert.True(Guid.TryParse(json["trace_id"]!.GetValue<string>(), out _));
        Assert.NotEmpty(json["correlation_id"]!.GetValue<string>());
        Assert.DoesNotContain(OneDriveEmulator.DefaultClientSecret, text, StringComparison.Ordinal);
    }
}
