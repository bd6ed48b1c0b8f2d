using OneDrive.Sdk.Emulator.Tests.Control.Support;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

public sealed class OwnerScopeTests : IAsyncLifetime
{
    private ControlClient _control = null!;
    private string _alexDrive = null!;
    private string _alexToken = null!;

    public async Task InitializeAsync()
    {
        _control = await ControlClient.StartAsync();
        var alex = (await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}"""))!;
        _alexDrive = $"v1.0/drives/{alex["driveId"]}";
        _alexToken = (await _control.PostAsync("tokens", """{"user":"alex@contoso.example"}"""))!["accessToken"]!.GetValue<string>();
    }

    public async Task DisposeAsync() => await _control.DisposeAsync();

    [Theory]
    [InlineData("v1.0/drives/{drive}/root/children")]
    [InlineData("v1.0/users/alex@contoso.example/drive/root/children")]
    [InlineData("v1.0/me/drive/root/children")]
    public async Task AFaultOfAnOwner_StrikesWhatConcernsTheOwner(string path)
    {
        var fault = (await _control.PostAsync(
            "faults", """{"kind":"Status","statusCode":503,"times":99,"owner":"alex@contoso.example"}"""))!;
        var token = path.Contains("/me/", StringComparison.Ordinal) ? _alexToken : _control.Graph.Token;

        Assert.Equal("alex@contoso.example", fault["owner"]!.GetValue<string>());
        Assert.Equal(503, await StatusAsync(path.Replace("v1.0/drives/{drive}", _alexDrive, StringComparison.Ordinal), token));
        Assert.Equal(200, await StatusAsync(_control.Graph.Drive, _control.Graph.Token));
        await _control.DeleteAsync("faults?owner=adele@contoso.example");
        Assert.Single((await _control.GetAsync("faults?owner=alex@contoso.example"))!.AsArray());
        await _control.DeleteAsync("faults?owner=alex@contoso.example");
        Assert.Equal(200, await StatusAsync(_alexDrive, _alexToken));
    }

    [Fact]
    public async Task AFaultOfAnOwner_LeavesAFileOfThatNameInAnotherDriveAlone()
    {
        _control.Graph.DriveState.WithFile("users/alex@contoso.example/a.txt", [1]);
        await _control.PostAsync("faults", """{"kind":"Status","times":99,"owner":"alex@contoso.example"}""");

        Assert.Equal(200, await StatusAsync($"{_control.Graph.Drive}/root:/users/alex@contoso.example/a.txt", _control.Graph.Token));
    }

    [Fact]
    public async Task AFaultOfAnOwner_StrikesUploadUrlsOfTheOwner()
    {
        await _control.PostAsync(
            "faults", """{"kind":"Status","statusCode":507,"operation":"UploadFragment","owner":"alex@contoso.example"}""");
        var adele = await _control.Graph.CreateSessionAsync("a.bin");
        using var hers = await _control.Graph.PutFragmentAsync(adele, [1, 2, 3], 0, 3);
        using var created = await _control.Graph.PostAsync($"{_alexDrive}/root:/a.bin:/createUploadSession", "{}");
        var url = (await EmulatorClient.ReadJsonAsync(created))["uploadUrl"]!.GetValue<string>();
        using var his = await _control.Graph.PutFragmentAsync(url, [1, 2, 3], 0, 3);

        Assert.Equal([201, 507], [(int)hers.StatusCode, (int)his.StatusCode]);
    }

    [Fact]
    public async Task AProfile_CanBeConfinedToAnOwner_AndAFaultBeRemovedByItsNumber()
    {
        var profile = (await _control.PostAsync("faults", """{"throttleProfile":"Heavy","owner":"alex@contoso.example"}"""))!.AsArray();
        await _control.DeleteAsync($"faults/{profile[0]!["id"]}");

        Assert.Equal(2, profile.Count);
        var left = Assert.Single((await _control.GetAsync("faults"))!.AsArray());
        Assert.Equal(503, left!["statusCode"]!.GetValue<int>());
        await _control.RefuseAsync("DELETE", $"faults/{profile[0]!["id"]}", 404);
        Assert.Equal(3, (await _control.GetAsync("throttleProfiles"))!.AsArray().Count);
    }

    [Fact]
    public async Task AFaultThatIsShown_CanBeAddedAgain()
    {
        var first = (await _control.PostAsync(
            "faults",
            """
            {"kind":"Throttle","operations":["GetItem","Search"],"after":1,"times":3,"retryAfterSeconds":2.5,"retryAfterForm":"DecimalSeconds",
             "pathContains":"x","owner":"alex@contoso.example"}
            """))!.AsObject();
        var second = (await _control.PostAsync("faults", first.ToJsonString()))!.AsObject();
        first.Remove("id");
        second.Remove("id");

        Assert.Equal(first.ToJsonString(), second.ToJsonString());
    }

    [Fact]
    public async Task QuirksOfAnOwner_ArePlayedForTheOwnerOnly()
    {
        var list = (await _control.PostAsync("quirks?owner=alex@contoso.example", """{"quirks":["QuotasAreZero",4]}"""))!.AsArray();
        await _control.SendAsync("PUT", "quirks/43?owner=alex@contoso.example");
        await _control.DeleteAsync("quirks/hashesAreMissing?owner=alex@contoso.example");

        Assert.Equal(2, list.Count(quirk => quirk!["enabled"]!.GetValue<bool>()));
        Assert.Equal(0, await QuotaAsync(_alexDrive));
        Assert.Equal(1L << 40, await QuotaAsync(_control.Graph.Drive));
        var enabled = (await _control.GetAsync("quirks?owner=alex@contoso.example"))!.AsArray()
            .Where(quirk => quirk!["enabled"]!.GetValue<bool>());
        Assert.Equal([42, 43], enabled.Select(quirk => quirk!["number"]!.GetValue<int>()));
        Assert.DoesNotContain((await _control.GetAsync("quirks"))!.AsArray(), quirk => quirk!["enabled"]!.GetValue<bool>());
        await _control.DeleteAsync("quirks?owner=alex@contoso.example");
        Assert.Equal(1L << 40, await QuotaAsync(_alexDrive));
    }

    [Fact]
    public async Task Package_ConfinesFaultsAndQuirksToADrive()
    {
        var alex = _control.Emulator.GetDrive(_alexDrive.Split('/')[^1]);
        _control.Emulator.Faults.Add(Fault.Status(503).For(alex));
        _control.Emulator.Quirks.EnableFor(alex, EmulatorQuirk.QuotasAreZero);

        Assert.Equal(1L << 40, await QuotaAsync(_control.Graph.Drive));
        Assert.Equal(503, await StatusAsync(_alexDrive, _control.Graph.Token));
        Assert.Equal(0, await QuotaAsync(_alexDrive));
        Assert.Throws<ArgumentException>(() => _control.Emulator.Quirks.EnableFor(alex, (EmulatorQuirk)999));
    }

    private async Task<long> QuotaAsync(string drive)
    {
        using var response = await _control.Graph.GetAsync(drive);
        return (await EmulatorClient.ReadJsonAsync(response))["quota"]!["total"]!.GetValue<long>();
    }

    private async Task<int> StatusAsync(string path, string token)
    {
        using var response = await _control.Graph.SendAnonymouslyAsync(
            HttpMethod.Get, path, content: null, ("Authorization", $"Bearer {token}"));
        return (int)response.StatusCode;
    }
}
