using System.Net;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

/// <summary>Clients that send the password of a user.</summary>
public sealed class PasswordTests : IAsyncLifetime
{
    private const string Password = "emulator-password";

    private EmulatorClient _client = null!;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync();

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Theory]
    [InlineData("organizations")]
    [InlineData(OneDriveEmulator.DefaultTenantId)]
    [InlineData("contoso.example")]
    public async Task Password_OfAUser_BringsTokensOfTheUser(string tenant)
    {
        var (status, json) = await PostAsync(tenant, _client.Emulator.DefaultUser.UserPrincipalName, Password);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.NotNull(json["refresh_token"]);
        Assert.NotNull(json["id_token"]);
        _client.Token = json["access_token"]!.GetValue<string>();
        using var drive = await _client.GetAsync("v1.0/me/drive");
        Assert.Equal(HttpStatusCode.OK, drive.StatusCode);
    }

    [Theory]
    [InlineData("organizations", "adele@contoso.example", "wrong", 50126)]
    [InlineData("organizations", "missing@contoso.example", Password, 50034)]
    [InlineData(OneDriveEmulator.DefaultTenantId, "family@outlook.example", Password, 50020)]
    [InlineData("organizations", "family@outlook.example", Password, 50020)]
    [InlineData("common", "adele@contoso.example", Password, 9001023)]
    [InlineData("consumers", "family@outlook.example", Password, 9001023)]
    [InlineData("organizations", null, Password, 900144)]
    [InlineData("organizations", "adele@contoso.example", null, 900144)]
    public async Task Password_ThatCannotBeUsed_IsRefusedAsTheServiceDoes(string tenant, string? name, string? password, int number)
    {
        _client.Emulator.AddUser(options =>
        {
            options.UserPrincipalName = "family@outlook.example";
            options.DriveType = EmulatorDriveType.Personal;
        });

        var (status, json) = await PostAsync(tenant, name, password);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(number, json["error_codes"]![0]!.GetValue<int>());
        Assert.DoesNotContain(Password, json.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("adele@contoso.example", "Managed")]
    [InlineData("missing@contoso.example", "Unknown")]
    public async Task UserRealm_SaysWhoChecksThePassword(string name, string kind)
    {
        using var response = await _client.Http.GetAsync(new Uri($"common/userrealm/{name}?api-version=1.0", UriKind.Relative));

        Assert.Equal(kind, (await EmulatorClient.ReadJsonAsync(response))["account_type"]!.GetValue<string>());
    }

    [Fact]
    public async Task Password_IsNotRecorded()
    {
        _client.Emulator.Traffic.RecordsBodies = true;

        await PostAsync("organizations", "adele@contoso.example", Password);

        using var log = new MemoryStream();
        await _client.Emulator.Traffic.WriteToAsync(log);
        Assert.DoesNotContain(Password, System.Text.Encoding.UTF8.GetString(log.ToArray()), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, JsonNode Json)> PostAsync(string tenant, string? name, string? password)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "password",
            ["client_id"] = OneDriveEmulator.DefaultClientId,
            ["client_secret"] = OneDriveEmulator.DefaultClientSecret,
            ["scope"] = "openid offline_access Files.Read",
        };
        if (name is not null)
        {
            form["username"] = name;
        }

        if (password is not null)
        {
            form["password"] = password;
        }

        using var response = await _client.Http.PostAsync(
            new Uri($"{tenant}/oauth2/v2.0/token", UriKind.Relative), new FormUrlEncodedContent(form));
        return (response.StatusCode, await EmulatorClient.ReadJsonAsync(response));
    }
}
