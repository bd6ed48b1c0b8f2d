using System.Net;
using OneDrive.Sdk.Emulator.Tests.Identity;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Storage;

public sealed class KeptSignInTests : IAsyncLifetime
{
    private KeptEmulator _kept = null!;

    public async Task InitializeAsync() => _kept = await KeptEmulator.StartAsync();

    public async Task DisposeAsync() => await _kept.DisposeAsync();

    [Fact]
    public async Task PeopleAndApplications_StaySignedIn()
    {
        var (access, refresh) = await SignInAsync();
        var keys = (await _kept.GetJsonAsync("common/discovery/v2.0/keys")).ToJsonString();
        await _kept.RestartAsAfterAKillAsync();

        Assert.Equal(keys, (await _kept.GetJsonAsync("common/discovery/v2.0/keys")).ToJsonString());
        Assert.Equal(HttpStatusCode.OK, (await SignIn().RefreshAsync(refresh)).Status);
        _kept.Client.Token = access;
        Assert.Equal("adele@contoso.example", (await _kept.GetJsonAsync("v1.0/me"))["userPrincipalName"]!.GetValue<string>());
    }

    [Fact]
    public async Task ARevokedSignIn_StaysRevoked()
    {
        var (_, refresh) = await SignInAsync();
        _kept.Client.Emulator.RevokeSignIns();
        await _kept.RestartAsAfterAKillAsync();

        var (status, json) = await SignIn().RefreshAsync(refresh);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal(50173, json["error_codes"]![0]!.GetValue<int>());
    }

    [Fact]
    public async Task ASpentRefreshToken_StaysSpent()
    {
        await _kept.RestartAsync(SingleUse);
        var (_, refresh) = await SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await SignIn().RefreshAsync(refresh)).Status);
        await _kept.RestartAsAfterAKillAsync(SingleUse);

        Assert.Equal(HttpStatusCode.BadRequest, (await SignIn().RefreshAsync(refresh)).Status);
    }

    [Fact]
    public async Task Tokens_AreNotInTheFolder()
    {
        var (access, refresh) = await SignInAsync();
        var journal = await File.ReadAllTextAsync(_kept.Journal);

        Assert.DoesNotContain(access, journal, StringComparison.Ordinal);
        Assert.DoesNotContain(refresh, journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASubscription_AndACopy_AreStillKnown()
    {
        _kept.Drive.WithFile("a.txt", [1]);
        using var copied = await _kept.Client.PostAsync(
            $"{_kept.Client.Drive}/root:/a.txt:/copy", """{"name":"b.txt","parentReference":{"path":"/drive/root:"}}""");
        await _kept.RestartAsAfterAKillAsync();

        var monitor = copied.Headers.Location!.PathAndQuery;
        using var running = await _kept.Client.SendAnonymouslyAsync(HttpMethod.Get, monitor);
        using var ended = await _kept.Client.SendAnonymouslyAsync(HttpMethod.Get, monitor);

        Assert.Equal(HttpStatusCode.Accepted, running.StatusCode);
        Assert.Equal(
            _kept.Drive.FindItem("b.txt")!.Id, (await EmulatorClient.ReadJsonAsync(ended))["resourceId"]!.GetValue<string>());
    }

    private static void SingleUse(EmulatorOptions options) => options.RefreshTokens = EmulatorRefreshTokens.SingleUse;

    private PersonSignIn SignIn()
        => new(_kept.Client, _kept.Client.Emulator.DefaultApplication, OneDriveEmulator.DefaultClientSecret);

    private async Task<(string Access, string Refresh)> SignInAsync()
    {
        _kept.Client.Emulator.RegisterRedirectUri(OneDriveEmulator.DefaultClientId, new Uri(PersonSignIn.Callback));
        var (status, json) = await SignIn().RedeemAsync(await SignIn().GetCodeAsync());
        Assert.Equal(HttpStatusCode.OK, status);
        return (json["access_token"]!.GetValue<string>(), json["refresh_token"]!.GetValue<string>());
    }
}
