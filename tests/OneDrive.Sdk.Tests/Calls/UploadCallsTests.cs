using System.Text;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

public sealed class UploadCallsTests
{
    private static readonly ItemAddress New = DriveAddress.Me.Path("/Backups/100% #1.bin");
    private static readonly ItemAddress Existing = DriveAddress.ById("b!drive").Item("01ABC");

    [Fact]
    public async Task PutContent_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("a new file: fails on a conflict, unless told otherwise", UploadCalls.PutContent(New, new Text(), new UploadOptions())),
        (
            "replacing, on a condition",
            UploadCalls.PutContent(
                Existing, new Text(), new UploadOptions { Conflict = ConflictBehavior.Replace, IfMatch = "\"{ETAG},2\"" })),
        (
            "only where nothing is",
            UploadCalls.PutContent(New, new Text(), new UploadOptions { Conflict = ConflictBehavior.Replace, IfNoneMatch = "*" })),
        ("renaming", UploadCalls.PutContent(Existing.Child("a b"), new Text(), new UploadOptions { Conflict = ConflictBehavior.Rename }))));

    [Fact]
    public async Task CreateSession_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("a new file: fails on a conflict, unless told otherwise", UploadCalls.CreateSession(New, new UploadOptions())),
        (
            "replacing, on a condition",
            UploadCalls.CreateSession(Existing, new UploadOptions { Conflict = ConflictBehavior.Replace, IfMatch = "W/\"1\"" })),
        ("only where nothing is", UploadCalls.CreateSession(New, new UploadOptions { IfNoneMatch = "*" })),
        ("renaming, with everything", UploadCalls.CreateSession(New, new UploadOptions
        {
            Conflict = ConflictBehavior.Rename,
            DeferCommit = true,
            ResumeKey = "key",
            Description = "nightly",
            Times = new FileSystemTimes { LastModified = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero) },
        })),
        (
            "of another product, with a check of the quota",
            UploadCalls.CreateSession(
                New,
                new UploadOptions
                {
                    CheckQuota = true,
                    Source = new DriveItemSource { Application = DriveItemSourceApplication.Teams, ExternalId = "42" },
                    Media = new MediaSource { ContentCategory = MediaSourceContentCategory.Meeting },
                },
                length: 12345))));

    [Fact]
    public async Task CreateFile_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("plain", UploadCalls.CreateFile(DriveAddress.Me.Root, "new file.txt", "hello"u8.ToArray())),
        ("with everything", UploadCalls.CreateFile(Existing, "a.txt", "hello"u8.ToArray(), new CreateFileOptions
        {
            Conflict = ConflictBehavior.Rename,
            ContentType = "text/plain",
            Description = "nightly",
            Times = new FileSystemTimes { LastModified = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero) },
        }))));

    [Fact]
    public async Task Commit_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("a new file, with everything", UploadCalls.Commit(
            New,
            new UploadOptions
            {
                Conflict = ConflictBehavior.Rename,
                IfNoneMatch = "*",
                Description = "nightly",
                Times = new FileSystemTimes { LastModified = new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero) },
            },
            new Uri("https://upload.example/session?id=1"))),
        ("an existing file by its id, on a condition", UploadCalls.Commit(
            Existing,
            new UploadOptions { Conflict = ConflictBehavior.Replace, IfMatch = "W/\"1\"" },
            new Uri("https://upload.example/session?id=1")))));

    [Fact]
    public void PutContent_WhenTheDestinationIsAFolderByNature_Throws()
    {
        Assert.Throws<ArgumentException>(() => UploadCalls.PutContent(DriveAddress.Me.Root, new Text(), new UploadOptions()));
        Assert.Throws<ArgumentException>(
            () => UploadCalls.CreateSession(DriveAddress.Me.Special(SpecialFolder.AppRoot), new UploadOptions()));
    }

    private sealed class Text : ICallBody
    {
        public HttpContent ToHttpContent() => new ByteArrayContent(Encoding.UTF8.GetBytes("content"))
        {
            Headers = { ContentType = new("application/octet-stream") },
        };
    }
}
