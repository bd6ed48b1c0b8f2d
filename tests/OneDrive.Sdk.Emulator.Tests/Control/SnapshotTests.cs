using OneDrive.Sdk.Emulator.Tests.Control.Support;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

public sealed class SnapshotTests : IAsyncLifetime
{
    private const string Adele = "drives/adele@contoso.example";

    private ControlClient _control = null!;

    public async Task InitializeAsync() => _control = await ControlClient.StartAsync();

    public async Task DisposeAsync() => await _control.DisposeAsync();

    [Fact]
    public async Task Restore_BringsEverythingOfADriveBack()
    {
        var drive = _control.Graph.DriveState;
        drive.WithFile("a/b.txt", [1]).WithFile("a/b.txt", [1, 2]).WithFile("big.bin", Bytes.Of(200_000)).WithFolder("empty");
        drive.DescribeContent("big.bin", 7, null);
        using var link = await _control.Graph.PostAsync($"{_control.Graph.Drive}/root:/a/b.txt:/createLink", """{"type":"view"}""");
        var before = await DescribeAsync();
        await _control.SendAsync("PUT", "snapshots/before?owner=adele@contoso.example");
        drive.Delete("a").Delete("big.bin").WithFile("new.txt", [9]).WithFile("empty/x.txt", [1]);
        drive.Quota = 10;
        Assert.NotEqual(before, await DescribeAsync());

        var restored = (await _control.PostAsync("snapshots/before/restore?owner=adele@contoso.example"))!;

        Assert.Equal(before, await DescribeAsync());
        Assert.Equal(4, restored["items"]!.GetValue<int>());
        Assert.Equal(Bytes.Of(200_000), await drive.ReadContentAsync("big.bin"));
        Assert.Equal(1L << 40, drive.Quota);
        drive.Delete("big.bin");
        await _control.PostAsync("snapshots/before/restore?owner=adele@contoso.example");
        Assert.Equal(Bytes.Of(200_000), await drive.ReadContentAsync("big.bin"));
    }

    [Fact]
    public async Task Restore_OfOneOwner_LeavesTheOthersAlone()
    {
        await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}""");
        await _control.SendAsync("PUT", "snapshots/empty");
        await _control.PutBytesAsync($"{Adele}/content?path=a.txt", [1]);
        await _control.PutBytesAsync("drives/alex@contoso.example/content?path=a.txt", [1]);
        await _control.PostAsync("snapshots/empty/restore?owner=alex@contoso.example");

        Assert.Equal(0, await CountAsync("drives/alex@contoso.example"));
        Assert.Equal(1, await CountAsync(Adele));
        await _control.PostAsync("snapshots/empty/restore");
        Assert.Equal(0, await CountAsync(Adele));
        await _control.RefuseAsync("POST", "snapshots/full/restore", 404);
        await _control.RefuseAsync("POST", "snapshots/empty/restore?owner=nobody", 404);
    }

    [Fact]
    public async Task Reset_GoesBackToTheStart_AndKeepsTokens()
    {
        await _control.PutBytesAsync($"{Adele}/content?path=a.txt", [1]);
        await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}""");
        await _control.PostAsync("applications", """{"clientId":"canary"}""");
        await _control.PostAsync(
            $"applications/{OneDriveEmulator.DefaultClientId}/redirectUris", """{"redirectUri":"https://a.example"}""");
        await _control.PostAsync("faults", """{"kind":"Stall","operation":"Search"}""");
        await _control.SendAsync("PUT", "quirks/42");
        await _control.PostAsync("clock", """{"advanceSeconds":600}""");
        var session = await _control.Graph.CreateSessionAsync("b.bin");
        await _control.PostAsync("reset");
        using var drive = await _control.Graph.GetAsync(_control.Graph.Drive);
        using var upload = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, session);

        Assert.Equal(0, await CountAsync(Adele));
        Assert.Single((await _control.GetAsync("users"))!.AsArray());
        var application = Assert.Single((await _control.GetAsync("applications"))!.AsArray());
        Assert.DoesNotContain("a.example", application!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty((await _control.GetAsync("faults"))!.AsArray());
        Assert.Empty(_control.Emulator.Quirks.Enabled);
        Assert.Equal(0, (await _control.GetAsync("clock"))!["offsetSeconds"]!.GetValue<double>());
        Assert.Equal([200, 404], new[] { drive, upload }.Select(response => (int)response.StatusCode));
        Assert.Equal(2, _control.Emulator.Traffic.Count);
        await _control.PostAsync("applications", """{"clientId":"canary"}""");
    }

    [Fact]
    public async Task Reset_OfAnOwner_ConcernsThatOneAlone()
    {
        var alex = (await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}"""))!;
        await _control.PutBytesAsync($"{Adele}/content?path=a.txt", [1]);
        await _control.PutBytesAsync($"drives/{alex["driveId"]}/content?path=a.txt", [1]);
        await _control.PostAsync(
            "faults", """[{"kind":"Stall","operation":"Search","owner":"alex@contoso.example"},{"kind":"Stall","operation":"Search"}]""");
        using var his = await _control.Graph.GetAsync($"v1.0/drives/{alex["driveId"]}");
        using var hers = await _control.Graph.GetAsync(_control.Graph.Drive);
        var session = await _control.Graph.CreateSessionAsync("b.bin");
        await _control.PostAsync("reset", """{"owner":"alex@contoso.example"}""");
        using var upload = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, session);

        Assert.Equal(0, await CountAsync($"drives/{alex["driveId"]}"));
        Assert.Equal(1, await CountAsync(Adele));
        Assert.Single((await _control.GetAsync("faults"))!.AsArray());
        Assert.Equal(200, (int)upload.StatusCode);
        Assert.Equal(3, _control.Emulator.Traffic.Count);
    }

    [Fact]
    public async Task ASnapshotNamedStart_IsWhatAResetGoesBackTo()
    {
        await _control.PutBytesAsync($"{Adele}/content?path=seed.txt", [1]);
        await _control.SendAsync("PUT", "snapshots/start?owner=adele@contoso.example");
        await _control.PutBytesAsync($"{Adele}/content?path=more.txt", [1]);
        await _control.PostAsync("reset?owner=adele@contoso.example");
        Assert.Equal(1, await CountAsync(Adele));

        await _control.PutBytesAsync($"{Adele}/content?path=more.txt", [1]);
        await _control.SendAsync("PUT", "snapshots/start");
        await _control.DeleteAsync($"{Adele}/item?path=more.txt");
        await _control.PostAsync("reset?owner=adele@contoso.example");
        Assert.Equal(2, await CountAsync(Adele));
    }

    [Fact]
    public async Task Restore_BringsUsersBackThatWereRemoved_AndRemovesThoseThatCameLater()
    {
        var alex = (await _control.PostAsync("users", """{"userPrincipalName":"alex@contoso.example"}"""))!;
        await _control.PostAsync("groups/marketing@contoso.example/lists", """{"name":"Risks"}""");
        await _control.PutBytesAsync($"drives/{alex["driveId"]}/content?path=a.bin", Bytes.Of(100_000));
        await _control.SendAsync("PUT", "snapshots/three");
        await _control.DeleteAsync("users/alex@contoso.example");
        await _control.PostAsync("users", """{"userPrincipalName":"megan@contoso.example"}""");
        await _control.PostAsync("groups/marketing@contoso.example/lists", """{"name":"Later"}""");
        await _control.PostAsync("snapshots/three/restore");

        Assert.Equal(
            ["adele@contoso.example", "alex@contoso.example"],
            (await _control.GetAsync("users"))!.AsArray().Select(user => user!["userPrincipalName"]!.GetValue<string>()));
        Assert.Single((await _control.GetAsync("groups"))![0]!["lists"]!.AsArray());
        Assert.Equal(Bytes.Of(100_000), await _control.Emulator.ReadContentAsync(alex["driveId"]!.GetValue<string>(), "a.bin"));
    }

    [Fact]
    public async Task Delta_AfterARestore_RefusesTokensOfTheAbandonedHistory()
    {
        var drive = _control.Graph.DriveState.WithFile("a.txt", [1]);
        var kept = await DeltaLinkAsync($"{_control.Graph.Drive}/root/delta");
        await _control.SendAsync("PUT", "snapshots/before?owner=adele@contoso.example");
        drive.WithFile("b.txt", [1]).WithFile("c.txt", [1]);
        var abandoned = await DeltaLinkAsync(kept);
        await _control.PostAsync("snapshots/before/restore?owner=adele@contoso.example");
        drive.WithFile("d.txt", [1]).WithFile("e.txt", [1]).WithFile("f.txt", [1]);
        using var refused = await _control.Graph.GetAsync(abandoned);
        using var goesOn = await _control.Graph.GetAsync(kept);
        var names = (await EmulatorClient.ReadJsonAsync(goesOn))["value"]!.AsArray().Select(item => item!["name"]!.GetValue<string>());
        var fresh = await DeltaLinkAsync(kept);
        using var last = await _control.Graph.GetAsync(fresh);

        Assert.Equal(410, (int)refused.StatusCode);
        Assert.Equal(["root", "d.txt", "e.txt", "f.txt"], names);
        Assert.Empty((await EmulatorClient.ReadJsonAsync(last))["value"]!.AsArray());
    }

    [Fact]
    public async Task Snapshots_AreListedReplacedAndForgotten()
    {
        await _control.SendAsync("PUT", "snapshots/one", """{"owner":"adele@contoso.example"}""");
        await _control.SendAsync("PUT", "snapshots/one", """{"owner":"adele@contoso.example"}""");
        await _control.SendAsync("PUT", "snapshots/one");
        await _control.SendAsync("PUT", "snapshots/two?owner=marketing@contoso.example");
        var list = (await _control.GetAsync("snapshots"))!.AsArray();
        await _control.DeleteAsync("snapshots/one");
        await _control.DeleteAsync("snapshots/two?owner=marketing@contoso.example");

        Assert.Equal(["one", "start", "two"], list.Select(one => one!["name"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.Equal("start", Assert.Single((await _control.GetAsync("snapshots"))!.AsArray())!["name"]!.GetValue<string>());
        await _control.RefuseAsync("DELETE", "snapshots/one", 404);
        await _control.RefuseAsync("PUT", "snapshots/" + new string('x', 101), 400);
    }

    [Fact]
    public async Task ARestore_InADataFolder_IsThereAfterAKill()
    {
        await using var kept = await KeptEmulator.StartAsync();
        var emulator = kept.Client.Emulator;
        var alex = emulator.AddUser(user => user.UserPrincipalName = "alex@contoso.example").WithFile("a.bin", Bytes.Of(100_000));
        kept.Drive.WithFile("b.txt", [1]);
        emulator.SaveSnapshot("before");
        kept.Drive.Delete("b.txt").WithFile("c.txt", [1]);
        alex.Drive.Delete("a.bin");
        emulator.RemoveUser(emulator.AddUser(user => user.UserPrincipalName = "megan@contoso.example"));
        emulator.RestoreSnapshot("before");
        kept.Drive.WithFile("d.txt", [1]);
        await kept.RestartAsAfterAKillAsync();
        var again = kept.Client.Emulator.AddUser(user => user.UserPrincipalName = "alex@contoso.example");

        Assert.Equal(["b.txt", "d.txt"], kept.Drive.ListItems().Select(item => item.Path));
        Assert.Equal(Bytes.Of(100_000), await again.Drive.ReadContentAsync("a.bin"));
        Assert.Equal(alex.Drive.Id, again.Drive.Id);
        using var users = await kept.Client.GetAsync("v1.0/users");
        Assert.Equal(2, (await EmulatorClient.ReadJsonAsync(users))["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task Package_SaysWhatIsWrong()
    {
        await using var other = await OneDriveEmulator.StartAsync();

        Assert.Throws<ArgumentException>(() => _control.Emulator.Reset(other.AddUser().Drive));
        Assert.Throws<ArgumentException>(() => _control.Emulator.RestoreSnapshot("nothing"));
        Assert.Throws<ArgumentException>(() => _control.Emulator.SaveSnapshot(string.Empty));
        Assert.Throws<ArgumentException>(() => _control.Emulator.RemoveUser(_control.Emulator.DefaultUser));
        Assert.Throws<ArgumentException>(() => _control.Emulator.DeleteSnapshot("nothing", _control.Emulator.DefaultUser.Drive));
    }

    private async Task<string> DescribeAsync()
    {
        var lines = new List<string>();
        foreach (var item in _control.Graph.DriveState.ListItems())
        {
            foreach (var path in new[] { string.Empty, "/permissions", "/versions" })
            {
                using var response = await _control.Graph.GetAsync($"{_control.Graph.Drive}/items/{item.Id}{path}");
                var json = (await EmulatorClient.ReadJsonAsync(response)).AsObject();
                json.Remove("@microsoft.graph.downloadUrl");
                json.Remove("error");
                lines.Add(json.ToJsonString());
            }
        }

        return string.Join('\n', lines);
    }

    private async Task<int> CountAsync(string drive) => (await _control.GetAsync(drive))!["items"]!.GetValue<int>();

    private async Task<string> DeltaLinkAsync(string path)
    {
        using var response = await _control.Graph.GetAsync(path);
        return (await EmulatorClient.ReadJsonAsync(response))["@odata.deltaLink"]!.GetValue<string>();
    }
}
