using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Requests;

public class RequestBodyTests
{
    private static readonly DateTimeOffset Time = new(2024, 2, 29, 23, 59, 59, 500, TimeSpan.FromHours(1));

    [Theory]
    [InlineData(ConflictBehavior.Fail, "fail")]
    [InlineData(ConflictBehavior.Replace, "replace")]
    [InlineData(ConflictBehavior.Rename, "rename")]
    public void CreateFolder_SaysThatItIsAFolderAndWhatAConflictMeans(ConflictBehavior behavior, string expected) => Assert.Equal(
        "{\"name\":\"2024 \\u00A7\",\"folder\":{},\"@microsoft.graph.conflictBehavior\":\"" + expected + "\"}",
        ModelText.Write(new CreateFolderRequest { Name = "2024 §", ConflictBehavior = behavior }));

    [Fact]
    public void ConflictBehavior_ThatIsNotDefined_IsNeverSent() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => ((ConflictBehavior)7).ToWireValue());

    [Fact]
    public void UpdateItem_SendsOnlyWhatChanges()
    {
        Assert.Equal("{}", Write(new()));
        Assert.Equal("""{"name":"b"}""", Write(new() { Name = "b" }));
        Assert.Equal("""{"description":""}""", Write(new() { Description = "" }));
        Assert.Equal("""{"parentReference":{"id":"1"}}""", Write(new() { ParentReference = new() { Id = "1" } }));
        Assert.Equal(
            """{"name":"b","parentReference":{"driveId":"d","id":"1"}}""",
            Write(new() { Name = "b", ParentReference = new() { DriveId = "d", Id = "1" } }));
        Assert.Equal(
            """{"fileSystemInfo":{"lastModifiedDateTime":"2024-02-29T22:59:59.5Z"}}""",
            Write(new() { FileSystemInfo = FileSystemInfoRequest.From(new() { LastModified = Time }) }));
    }

    [Fact]
    public void FileSystemInfo_OfNoTimes_IsNotSent()
    {
        Assert.Null(FileSystemInfoRequest.From(null));
        Assert.Null(FileSystemInfoRequest.From(new()));
        Assert.Equal(Time, FileSystemInfoRequest.From(new() { Created = Time })!.CreatedDateTime);
        Assert.Equal(Time, FileSystemInfoRequest.From(new() { LastAccessed = Time })!.LastAccessedDateTime);
    }

    [Fact]
    public void CreateUploadSession_WithTheLeast_AlwaysSaysWhatAConflictMeans() => Assert.Equal(
        """{"item":{"@microsoft.graph.conflictBehavior":"fail"}}""",
        ModelText.Write(new CreateUploadSessionRequest { Item = new() { ConflictBehavior = ConflictBehavior.Fail } }));

    [Fact]
    public void CreateUploadSession_WithEverything_UsesTheNamesOfTheService() => Assert.Equal(
        """
        {"item":{"@microsoft.graph.conflictBehavior":"rename","name":"a.bin","description":"d","fileSize":5368709120,"fileSystemInfo":
        {"createdDateTime":"2024-02-29T22:59:59.5Z"},"driveItemSource":{"application":"teams","externalId":"7"},"mediaSource":
        {"contentCategory":"meeting"}},"deferCommit":true}
        """.ReplaceLineEndings(""),
        ModelText.Write(
            new CreateUploadSessionRequest
            {
                Item = new()
                {
                    ConflictBehavior = ConflictBehavior.Rename,
                    Name = "a.bin",
                    Description = "d",
                    FileSize = 5368709120,
                    FileSystemInfo = FileSystemInfoRequest.From(new() { Created = Time }),
                    DriveItemSource = new() { Application = DriveItemSourceApplication.Teams, ExternalId = "7" },
                    MediaSource = new() { ContentCategory = MediaSourceContentCategory.Meeting },
                },
                DeferCommit = true,
            }));

    private static string Write(UpdateItemRequest request) => ModelText.Write(request);
}
