using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

public sealed class AccessTokenTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("Bearer")]
    [InlineData("Bearer nonsense")]
    [InlineData("Basic YTpi")]
    public async Task Graph_WithoutAKnownToken_Answers401WithAChallenge(string? authorization)
    {
        await using var client = await EmulatorClient.StartAsync();
        using var response = await client.SendAnonymouslyAsync(
            HttpMethod.Get,
            client.Drive,
            null,
            authorization is null ? [] : [("Authorization", authorization)]);

        await EmulatorClient.AssertErrorAsync(response, 401, "InvalidAuthenticationToken");
        Assert.Equal("Bearer", Assert.Single(response.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task Graph_TakesTheSchemeInAnyCase()
    {
        await using var client = await EmulatorClient.StartAsync();
        using var response = await client.SendAnonymouslyAsync(
            HttpMethod.Get,
            client.Drive,
            null,
            ("Authorization", "bearer " + client.Token));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Graph_AfterTheLifetimeOfTheToken_SaysThatItExpired()
    {
        var clock = new MovableClock();
        await using var client = await EmulatorClient.StartAsync(options => options.TimeProvider = clock);
        clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        using var before = await client.GetAsync(client.Drive);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var after = await client.GetAsync(client.Drive);

        Assert.Equal(HttpStatusCode.OK, before.StatusCode);
        await EmulatorClient.AssertErrorAsync(after, 401, "InvalidAuthenticationToken");
        Assert.Contains("expired_token", after.Headers.WwwAuthenticate.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Graph_AfterRevocation_RefusesTheToken()
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Emulator.RevokeAccessTokens();
        using var response = await client.GetAsync(client.Drive);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("v1.0/me")]
    [InlineData("v1.0/me/drive")]
    [InlineData("v1.0/me/drives")]
    [InlineData("v1.0/me/drive/root/children")]
    public async Task Me_WithAnApplicationToken_IsRefused(string path)
    {
        await using var client = await EmulatorClient.StartAsync();
        using var response = await client.GetAsync(path);

        await EmulatorClient.AssertErrorAsync(response, 400, "BadRequest");
    }

    [Fact]
    public async Task Me_WithAUserToken_IsThatUser()
    {
        await using var client = await EmulatorClient.StartAsync();
        var alex = client.Emulator.AddUser(user => user.UserPrincipalName = "alex@contoso.example");
        client.Token = client.Emulator.IssueAccessToken(alex);
        using var me = await client.GetAsync("v1.0/me");
        using var drive = await client.GetAsync("v1.0/me/drive");

        Assert.Equal("alex@contoso.example", (await EmulatorClient.ReadJsonAsync(me))["userPrincipalName"]!.GetValue<string>());
        Assert.Equal(alex.Drive.Id, (await EmulatorClient.ReadJsonAsync(drive))["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task Drive_OfAnotherUser_IsForbiddenToAUserToken()
    {
        await using var client = await EmulatorClient.StartAsync();
        client.Token = client.Emulator.IssueAccessToken(client.Emulator.AddUser());
        using var other = await client.GetAsync(client.Drive);
        using var group = await client.GetAsync($"v1.0/groups/{client.Emulator.DefaultGroup.Id}/drive");

        await EmulatorClient.AssertErrorAsync(other, 403, "accessDenied");
        Assert.Equal(HttpStatusCode.OK, group.StatusCode);
    }
}
