using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Clients;

/// <summary>How rclone moves bytes: with its token at every address, also at those that need none.</summary>
public sealed class RcloneTransferTests
{
    private const string NewSession =
        """{"item":{"fileSystemInfo":{"createdDateTime":"2020-09-13T12:26:40Z","lastModifiedDateTime":"2020-09-13T12:26:41Z"}}}""";

    // The vector of RFC 3174: a million times the letter a.
    [Theory]
    [InlineData(EmulatorDriveType.Business, null)]
    [InlineData(EmulatorDriveType.Personal, "34AA973CD4C4DAA4F61EEB2BDBAD27316534016F")]
    public async Task Upload_IsASession_AndReplacesWhatIsThere(EmulatorDriveType driveType, string? sha1)
    {
        await using var client = await ReplayedClient.StartAsync(driveType);
        client.State.WithFile("a.bin", [9]);
        var id = client.State.FindItem("a.bin")!.Id;
        var content = new byte[1_000_000];
        Array.Fill(content, (byte)'a');
        const int FragmentSize = 2 * Bytes.FragmentUnit;
        var url = await BeginAsync(client);
        await client.PutFragmentAsync(url, content.AsMemory(0, FragmentSize), 0, content.Length, 202, withToken: true);
        var item = await client.PutFragmentAsync(url, content.AsMemory(FragmentSize), FragmentSize, content.Length, 200, withToken: true);

        Assert.Equal(id, item["id"]!.GetValue<string>());
        Assert.Equal(content.Length, item["size"]!.GetValue<long>());
        Assert.StartsWith(
            "2020-09-13T12:26:41", item["fileSystemInfo"]!["lastModifiedDateTime"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(content, await client.DownloadAsync($"{client.Drive}/items/{id}/content", withToken: true));
        var hashes = item["file"]!["hashes"]!;
        Assert.NotNull(hashes["quickXorHash"]);
        Assert.Equal(sha1, hashes["sha1Hash"]?.GetValue<string>());
    }

    [Fact]
    public async Task Fragment_SentAgainAfterItsAnswerWasLost_IsAnOverlap_AndTheSessionSaysWhereToGoOn()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        var content = Bytes.Of((2 * Bytes.FragmentUnit) + 5);
        var url = await BeginAsync(client);
        var first = content.AsMemory(0, Bytes.FragmentUnit);
        await client.PutFragmentAsync(url, first, 0, content.Length, 202, withToken: true);
        await client.PutFragmentAsync(url, first, 0, content.Length, 416, withToken: true);
        var status = await client.GetAsync(url);

        Assert.Equal($"{Bytes.FragmentUnit}-", Assert.Single(status["nextExpectedRanges"]!.AsArray())!.GetValue<string>());
    }

    [Fact]
    public async Task Upload_GivenUp_IsDeleted()
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        var url = await BeginAsync(client);
        await client.AskAsync("DELETE", url, status: 204);
        await client.AskAsync("GET", url, status: 404);

        Assert.Null(client.State.FindItem("a.bin"));
    }

    [Theory]
    [InlineData("bytes=10-19", 10, 10)]
    [InlineData("bytes=90-", 90, 10)]
    [InlineData("bytes=0-0", 0, 1)]
    public async Task Range_IsAskedOfContent_AndAgainWhereThatLeads(string range, int first, int length)
    {
        await using var client = await ReplayedClient.StartAsync(EmulatorDriveType.Business);
        var content = Bytes.Of(100);
        client.State.WithFile("a.bin", content);
        var part = await client.DownloadAsync(
            $"{client.Drive}/items/{client.State.FindItem("a.bin")!.Id}/content", withToken: true, range);

        Assert.Equal(content.AsSpan(first, length).ToArray(), part);
    }

    private static async Task<string> BeginAsync(ReplayedClient client)
    {
        var session = await client.AskAsync("POST", $"{client.Drive}/items/{client.RootId}:/a.bin:/createUploadSession", NewSession);
        return session["uploadUrl"]!.GetValue<string>();
    }
}
