using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.FieldTests.Walking;

public sealed class ImpossibleTimeTests
{
    [Fact]
    [FieldCase("F13", "D3", Source = "OneDrive/onedrive-api-docs#535",
        Report = "The service returns 0001-01-01T00:00:00-08:00 instead of no time.",
        Right = "The time is null, in any zone.")]
    public Task Times_OfTheFirstDayInAnyZone_AreNone() => AssertIsNoneAsync("0001-01-01T00:00:00-08:00");

    [Fact]
    [FieldCase("D3.first-year", "D3", Source = "own",
        Report = "The service returns a later day of the first year, such as 0001-01-03T00:00:00Z.",
        Right = "The time is null.")]
    public Task Times_OfTheFirstYear_AreNone() => AssertIsNoneAsync("0001-01-03T00:00:00Z");

    [Fact]
    [FieldCase("F28", "D3", Source = "OneDrive/onedrive-api-docs#1188",
        Report = "fileSystemInfo contains a time before 1601, which Windows cannot store, and the file counts as failed.",
        Right = "The time is omitted and the file is kept.")]
    public Task DownloadFolder_WithATimeBefore1601_KeepsTheFileWithoutIt() => AssertIsLeftOutAsync("1500-01-01T00:00:00Z");

    [Fact]
    [FieldCase("D3.filetime-zero", "D3", Source = "own",
        Report = "fileSystemInfo contains 1601-01-01T00:00:00Z, the zero of Windows file times.",
        Right = "It means no time and is omitted.")]
    public Task DownloadFolder_WithTheZeroOfWindows_KeepsTheFileWithoutIt() => AssertIsLeftOutAsync("1601-01-01T00:00:00Z");

    private static async Task AssertIsNoneAsync(string time)
    {
        await using var service = new ScriptedService(_ => Answer.Json($$"""{"id":"1","createdDateTime":"{{time}}"}"""));
        using var client = FieldClient.Create(service);

        Assert.Null((await client.Items.GetAsync(DriveAddress.Me.Root)).CreatedDateTime);
    }

    private static async Task AssertIsLeftOutAsync(string time)
    {
        using var local = new TemporaryDirectory();
        ScriptedService service = null!;
        await using var started = service = new ScriptedService(request => request switch
        {
            _ when request.Lists("/items/top") => ScriptedFolders.Page(null, ScriptedFolders.File(
                "1", "x.txt", $$""","fileSystemInfo":{"createdDateTime":"{{time}}","lastModifiedDateTime":"{{time}}"}""")),
            _ when request.Is("GET", "/content") => Answer.Redirect(service.At("bytes")),
            _ when request.Is("GET", "/bytes") => Answer.Bytes(ReadOnlyMemory<byte>.Empty),
            _ when request.Is("GET", "/items/1") => Answer.Json(ScriptedFolders.File("1", "x.txt")),
            _ => Answer.Json(ScriptedFolders.Folder("top")),
        });
        using var client = FieldClient.Create(service);

        var result = await client.Content.DownloadFolderAsync(DriveAddress.Me.Path("/f"), local.Path);

        Assert.True(result.IsComplete);
        Assert.InRange(File.GetLastWriteTimeUtc(Path.Combine(local.Path, "x.txt")).Year, 2020, 2100);
    }
}
