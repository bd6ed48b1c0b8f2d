using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Storage;

public sealed class KeptDriveTests : IAsyncLifetime
{
    private KeptEmulator _kept = null!;

    public async Task InitializeAsync() => _kept = await KeptEmulator.StartAsync();

    public async Task DisposeAsync() => await _kept.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task AnOrdinaryEndAndAKill_LeaveEveryItemAsItWas(bool isKilled)
    {
        await FillAsync();
        var before = await _kept.DescribeAsync();

        await (isKilled ? _kept.RestartAsAfterAKillAsync() : _kept.RestartAsync());

        Assert.Equal(before, await _kept.DescribeAsync());
        Assert.Empty(_kept.Client.Emulator.DataNotes);
        Assert.Equal(Bytes.Of(300_000), await _kept.Drive.ReadContentAsync("Reports/moved.bin"));
    }

    [Fact]
    public async Task ASnapshot_SaysTheSameAsTheJournal()
    {
        await FillAsync();
        var before = await _kept.DescribeAsync();

        for (var start = 0; start < 3; start++)
        {
            await _kept.RestartAsync();
        }

        Assert.Equal(before, await _kept.DescribeAsync());
    }

    [Fact]
    public async Task ReadersOfChanges_GoOnWhereTheyWere()
    {
        _kept.Drive.WithFile("a.txt", [1]).WithFile("b.txt", [2]).WithFile("c.txt", [3]);
        var link = (await _kept.GetJsonAsync($"{_kept.Client.Drive}/root/delta"))["@odata.deltaLink"]!.GetValue<string>();
        _kept.Drive.Delete("b.txt");
        var deleted = _kept.Drive.WithFile("new.txt", [4]).FindItem("new.txt")!.Id;

        await _kept.RestartAsAfterAKillAsync();
        _kept.Drive.WithFile("later.txt", [5]);
        var changes = (await _kept.GetJsonAsync(link))["value"]!.AsArray();

        Assert.Equal(["later.txt", "new.txt"], changes.Select(item => item!["name"]?.GetValue<string>()).Where(IsFile).Order());
        Assert.Single(changes, item => item!["deleted"] is not null);
        Assert.Contains(changes, item => item!["id"]!.GetValue<string>() == deleted);
    }

    [Fact]
    public async Task NewItems_GetOtherIdsThanThoseOfTheLastRun()
    {
        _kept.Drive.WithFile("first.txt", [1]);
        await _kept.RestartAsync();
        _kept.Drive.WithFile("second.txt", [2]);

        Assert.Equal(2, _kept.Drive.ListItems().Select(item => item.Id).Distinct().Count());
        Assert.Equal(3, (await _kept.GetJsonAsync($"{_kept.Client.Drive}/root/delta"))["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task ADownloadAddress_StillLeadsToTheFile()
    {
        _kept.Drive.WithFile("a.txt", [1, 2, 3]);
        using var redirect = await _kept.Client.GetAsync($"{_kept.Client.Drive}/root:/a.txt:/content");
        await _kept.RestartAsAfterAKillAsync();

        using var answer = await _kept.Client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.PathAndQuery);

        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task ThePersonalRecycleBin_KeepsWhatCanBeRestored()
    {
        var user = _kept.Client.Emulator.AddUser(AsPersonal);
        user.WithFile("folder/a.txt", [7]);
        var folder = user.Drive.FindItem("folder")!.Id;
        user.Drive.Delete("folder");
        await _kept.RestartAsAfterAKillAsync();
        var drive = _kept.Client.Emulator.AddUser(AsPersonal).Drive;

        using var restored = await _kept.Client.PostAsync($"v1.0/drives/{drive.Id}/items/{folder}/restore", "{}");

        Assert.Equal(HttpStatusCode.OK, restored.StatusCode);
        Assert.Equal([7], await drive.ReadContentAsync("folder/a.txt"));
    }

    [Fact]
    public async Task AList_KeepsItsEntriesAndTheirHistory()
    {
        _kept.Client.Emulator.DefaultGroup.WithList("Orders");
        var site = (await _kept.GetJsonAsync("v1.0/sites/root"))["id"]!.GetValue<string>();
        var items = $"v1.0/sites/{site}/lists/Orders/items";
        using var created = await _kept.Client.PostAsync(items, """{"fields":{"Title":"first"}}""");
        var entry = $"{items}/{(await EmulatorClient.ReadJsonAsync(created))["id"]!.GetValue<string>()}";
        using var changed = await _kept.Client.PatchAsync($"{entry}/fields", """{"Title":"second"}""");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        await _kept.RestartAsAfterAKillAsync();
        _kept.Client.Emulator.DefaultGroup.WithList("Orders");

        Assert.Equal("second", (await _kept.GetJsonAsync($"{entry}?$expand=fields"))["fields"]!["Title"]!.GetValue<string>());
        Assert.Equal(2, (await _kept.GetJsonAsync($"{entry}/versions"))["value"]!.AsArray().Count);
    }

    [Fact]
    public async Task ContentThatNobodyNeeds_LeavesTheDisk()
    {
        _kept.Drive.WithFile("kept.bin", Bytes.Of(100_000)).WithFile("deleted.bin", Bytes.Of(100_001));
        _kept.Drive.Delete("deleted.bin");

        Assert.Equal([100_000L], ContentFiles().Select(file => file.Length));

        File.WriteAllText(Path.Combine(_kept.Folder, "content", "leftover"), "of a killed process");
        await _kept.RestartAsync();

        Assert.Equal([100_000L], ContentFiles().Select(file => file.Length));
    }

    [Fact]
    public async Task AFileWhoseContentIsGone_IsDeletedAndNamed()
    {
        _kept.Drive.WithFile("whole.bin", Bytes.Of(1000)).WithFile("broken.bin", Bytes.Of(2000));
        await _kept.Client.DisposeAsync();
        ContentFiles().Single(file => file.Length == 2000).Delete();
        await _kept.OpenAsync();

        Assert.Contains("broken.bin", Assert.Single(_kept.Client.Emulator.DataNotes), StringComparison.Ordinal);
        Assert.Equal(["whole.bin"], _kept.Drive.ListItems().Select(item => item.Name));
    }

    private FileInfo[] ContentFiles()
        => new DirectoryInfo(Path.Combine(_kept.Folder, "content")).GetFiles("*", SearchOption.AllDirectories);

    private static void AsPersonal(EmulatorUserOptions user)
        => (user.UserPrincipalName, user.DriveType) = ("megan@outlook.example", EmulatorDriveType.Personal);

    private static bool IsFile(string? name) => name?.EndsWith(".txt", StringComparison.Ordinal) is true;

    // One of everything that an item can have.
    private async Task FillAsync()
    {
        var (client, drive) = (_kept.Client, _kept.Client.Drive);
        using var upload = await client.PutAsync($"{drive}/root:/Reports/2024 ü.txt:/content", Bytes.Of(300_000));
        using var replaced = await client.PutAsync($"{drive}/root:/Reports/versions.txt:/content", [1]);
        using var again = await client.PutAsync($"{drive}/root:/Reports/versions.txt:/content", [2, 2]);
        using var empty = await client.PutAsync($"{drive}/root:/empty:/content", []);
        using var moved = await client.PatchAsync(
            $"{drive}/root:/Reports/2024 ü.txt",
            """{"name":"moved.bin","description":"d","fileSystemInfo":{"lastModifiedDateTime":"2020-01-02T03:04:05Z"}}""");
        using var link = await client.PostAsync($"{drive}/root:/Reports:/createLink", """{"type":"edit","scope":"anonymous"}""");
        using var invitation = await client.PostAsync(
            $"{drive}/root:/empty:/invite",
            """{"recipients":[{"email":"adele@contoso.example"},{"email":"x@fabrikam.example"}],"roles":["write"],"requireSignIn":true}""");
        using var copied = await client.PostAsync(
            $"{drive}/root:/Reports/moved.bin:/copy", """{"name":"copy.bin","parentReference":{"path":"/drive/root:/Reports"}}""");
        using var checkedOut = await client.PostAsync($"{drive}/root:/Reports/versions.txt:/checkout", "{}");
        using var followed = await client.PostAsync($"{drive}/root:/empty:/follow", "{}");
        using var special = await client.GetAsync($"{drive}/special/documents");
        using var deleted = await client.DeleteAsync($"{drive}/root:/Reports/copy.bin");
        foreach (var response in new[] { upload, again, empty, moved, link, invitation, copied, checkedOut, special, deleted })
        {
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        }
    }
}
