using System.Net;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/faq.md, run against the emulator.</summary>
public sealed class FaqSnippets
{
    private static readonly DriveAddress Drive = DriveAddress.Me;

    [Fact]
    public async Task ListChildren_OfRootAndPath_ReturnsNames()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("Reports/2026/May.xlsx", [1]);
        var client = scenario.Client;
        var names = new List<string?>();

        // begin: faq list
        await foreach (var item in client.Items.ListChildrenAsync(DriveAddress.Me.Root))
        {
            names.Add(item.Name);
        }

        await foreach (var item in client.Items.ListChildrenAsync(DriveAddress.Me.Path("/Reports/2026")))
        {
            names.Add(item.Name);
        }

        // end
        Assert.Equal(["Reports", "May.xlsx"], names);
    }

    [Fact]
    public async Task Application_NamesTheDrive()
    {
        await using var scenario = await Scenario.StartAsync(isApplicationOnly: true);
        var client = scenario.Client;
        var userName = scenario.Emulator.DefaultUser.UserPrincipalName;

        // begin: faq application
        var drive = await client.Drives.GetAsync(DriveAddress.User(userName));
        // end
        Assert.Equal(scenario.Drive.Id, drive.Id);
        await Assert.ThrowsAsync<InvalidOperationException>(() => client.Drives.GetAsync(DriveAddress.Me));
    }

    [Fact]
    public async Task Upload_OfALargeFile_ReportsProgressAndCanBeCancelled()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        using var directory = new Tests.Transfers.Support.TemporaryDirectory();
        var path = Path.Combine(directory.Path, "video.mp4");
        await File.WriteAllBytesAsync(path, new byte[6 * 1024 * 1024]);
        var cancellationToken = CancellationToken.None;

        // begin: faq large upload
        var result = await client.Content.UploadFileAsync(
            DriveAddress.Me.Path("/Videos/video.mp4"),
            path,
            new UploadOptions
            {
                ResumeKey = "video.mp4",
                Conflict = ConflictBehavior.Replace,
                Progress = new Progress<TransferProgress>(progress => Console.WriteLine($"{progress.Fraction:P0}")),
            },
            cancellationToken);
        // end
        Assert.Equal(ContentIntegrity.Verified, result.Integrity);

        // begin: faq cancel
        await client.Content.CancelUploadAsync("video.mp4");
        // end
        Assert.Equal(0, scenario.Emulator.OpenUploadSessions);
    }

    [Fact]
    public async Task Names_AreEncodedOnce()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var content = new MemoryStream([1, 2, 3]);

        // begin: faq names
        var file = DriveAddress.Me.Path("/C# Files/100% & more.txt");
        var sameFile = DriveAddress.Me.Root.Child("C# Files").Child("100% & more.txt");
        await client.Content.UploadAsync(file, content);
        var item = await client.Items.GetAsync(sameFile);
        // end
        Assert.Equal("100% & more.txt", item.Name);
    }

    [Fact]
    public async Task SharingLink_IsAnAddress()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("shared.txt", "text"u8.ToArray());
        var client = scenario.Client;
        var permission = await client.Sharing.CreateLinkAsync(Drive.Path("/shared.txt"), SharingLinkType.View);
        var link = new Uri(permission.Link!.WebUrl!);

        // begin: faq link
        var item = await client.Items.GetAsync(ItemAddress.Shared(link));
        var text = await client.Content.ReadAsStringAsync(ItemAddress.Shared(link));
        // end
        Assert.Equal("shared.txt", item.Name);
        Assert.Equal("text", text);
    }

    [Fact]
    public async Task Conflict_IsChosenForEachUpload()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("report.txt", [1]);
        var client = scenario.Client;
        var content = new MemoryStream([2]);

        // begin: faq conflict
        var renamed = await client.Content.UploadAsync(
            DriveAddress.Me.Path("/report.txt"), content, new UploadOptions { Conflict = ConflictBehavior.Rename });
        Console.WriteLine(renamed.Item.Name);
        // end
        Assert.NotEqual("report.txt", renamed.Item.Name);
    }

    [Fact]
    public async Task Times_AreKept()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        using var directory = new Tests.Transfers.Support.TemporaryDirectory();
        var path = Path.Combine(directory.Path, "photo.jpg");
        await File.WriteAllBytesAsync(path, [1, 2, 3]);

        // begin: faq times
        var upload = await client.Content.UploadFileAsync(
            DriveAddress.Me.Path("/photo.jpg"),
            path,
            new UploadOptions { Times = new FileSystemTimes { LastModified = new DateTimeOffset(File.GetLastWriteTimeUtc(path)) } });
        Console.WriteLine(upload.Item.FileSystemInfo?.LastModifiedDateTime);
        // end
        Assert.NotNull(upload.Item.FileSystemInfo?.LastModifiedDateTime);
    }

    [Fact]
    public async Task Pages_HaveAToken()
    {
        await using var scenario = await Scenario.StartAsync(emulator => emulator.PageSize = 2);
        scenario.Drive.WithFile("many/1.txt", [1]).WithFile("many/2.txt", [1]).WithFile("many/3.txt", [1]);
        var client = scenario.Client;
        var shown = new List<string?>();
        string? token = null;

        // begin: faq pages
        var folder = client.Items.ListChildrenAsync(DriveAddress.Me.Path("/many"), new ListChildrenOptions { PageSize = 2 });
        await foreach (var page in folder.AsPagesAsync(continuationToken: token))
        {
            shown.AddRange(page.Items.Select(item => item.Name));
            token = page.ContinuationToken; // Pass it back to continue, in any process; null on the last page.
            break;
        }

        // end
        Assert.Equal(2, shown.Count);
        Assert.NotNull(token);
    }

    [Fact]
    public async Task Throttling_IsHandledAndTheRestIsRequeued()
    {
        await using var scenario = await Scenario.StartAsync();
        scenario.Drive.WithFile("a.txt", [1]);
        scenario.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromHours(2)).On(EmulatorOperation.GetItem));
        var client = scenario.Client;
        TimeSpan? later = null;

        // begin: faq throttling
        try
        {
            await client.Items.GetAsync(DriveAddress.Me.Path("/a.txt"));
        }
        catch (ThrottledException exception)
        {
            later = exception.RetryAfter; // The service asks for more patience than Retry.MaxRetryAfter allows.
        }

        // end
        Assert.Equal(TimeSpan.FromHours(2), later);
    }

    [Fact]
    public async Task Integrity_SaysWhatWasCompared()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var content = new MemoryStream([1, 2, 3]);

        // begin: faq integrity
        var upload = await client.Content.UploadAsync(DriveAddress.Me.Path("/plan.docx"), content);
        var isSame = upload.Integrity is ContentIntegrity.Verified;
        var isRewritten = upload.Integrity is ContentIntegrity.ChangedByService;
        // end
        Assert.True(isSame);
        Assert.False(isRewritten);
    }

    [Fact]
    public async Task Absence_IsNotAnException()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;

        // begin: faq absence
        var item = await client.Items.FindAsync(DriveAddress.Me.Path("/perhaps.txt"));
        Console.WriteLine(item is null ? "not there" : $"{item.Size} bytes");
        // end
        Assert.Null(item);
    }

    [Fact]
    public async Task Errors_HaveATypeAndACode()
    {
        await using var scenario = await Scenario.StartAsync();
        var client = scenario.Client;
        var lines = new List<string>();

        // begin: faq errors
        try
        {
            await client.Items.GetAsync(DriveAddress.Me.Path("/missing.txt"));
        }
        catch (ItemNotFoundException)
        {
            lines.Add("The item does not exist.");
        }
        catch (OneDriveApiException exception) when (exception.HasErrorCode(OneDriveErrorCodes.AccessDenied))
        {
            lines.Add($"No permission; request {exception.RequestId}");
        }
        catch (OneDriveAuthenticationException exception)
        {
            lines.Add($"{exception.AadstsCode}: {exception.Hint}");
        }

        // end
        Assert.Equal(["The item does not exist."], lines);
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<ItemNotFoundException>(
            () => client.Items.GetAsync(Drive.Path("/missing.txt")))).StatusCode);
    }
}
