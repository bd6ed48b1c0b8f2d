using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Models;

public class DriveItemTests
{
    [Fact]
    public void Deserialize_OfATypicalFile_FillsTheTypedProperties()
    {
        var item = Read("""
            {
              "@odata.context": "https://service.example/$metadata#driveItem",
              "@microsoft.graph.downloadUrl": "https://storage.example/file?tempauth=secret",
              "createdDateTime": "2024-02-29T23:59:59Z",
              "id": "01ABC",
              "lastModifiedDateTime": "2024-03-01T00:00:00.1234567Z",
              "name": "Plan 1.docx",
              "webUrl": "https://contoso.example/Plan%201.docx",
              "cTag": "\"c:{01ABC},2\"",
              "eTag": "\"{01ABC},3\"",
              "size": 5368709120,
              "createdBy": { "user": { "id": "u1", "displayName": "Ann", "email": "ann@contoso.example" }, "application": { "id": "a1" } },
              "parentReference": { "driveType": "business", "driveId": "b!xyz", "id": "01PARENT", "path": "/drives/b!xyz/root:/Reports" },
              "file": { "mimeType": "text/plain", "hashes": { "quickXorHash": "AAAAAAAAAAAAAAAAAAAAAAAAAAA=" } },
              "fileSystemInfo": { "createdDateTime": "2023-01-01T00:00:00Z", "lastModifiedDateTime": "2023-01-02T00:00:00Z" },
              "shared": { "scope": "users" },
              "photo": { "fNumber": 2.8, "iso": 100, "orientation": 6 },
              "thumbnails": [ { "id": "0", "small": { "url": "https://t.example/1", "width": 96, "height": 64 } } ]
            }
            """);

        Assert.Equal("01ABC", item.Id);
        Assert.Equal("Plan 1.docx", item.Name);
        Assert.Equal("\"{01ABC},3\"", item.ETag);
        Assert.Equal("\"c:{01ABC},2\"", item.CTag);
        Assert.Equal(5368709120, item.Size);
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 23, 59, 59, TimeSpan.Zero), item.CreatedDateTime);
        Assert.Equal(1234567, item.LastModifiedDateTime!.Value.Ticks % TimeSpan.TicksPerSecond);
        Assert.Equal("ann@contoso.example", item.CreatedBy!.User!.Email);
        Assert.Equal("a1", item.CreatedBy.Application!.Id);
        Assert.Null(item.CreatedBy.Device);
        Assert.Equal(DriveKind.Business, item.ParentReference!.DriveType);
        Assert.Equal("AAAAAAAAAAAAAAAAAAAAAAAAAAA=", item.File!.Hashes!.QuickXorHash);
        Assert.Equal(new DateTimeOffset(2023, 1, 2, 0, 0, 0, TimeSpan.Zero), item.FileSystemInfo!.LastModifiedDateTime);
        Assert.Equal(SharingScope.Users, item.Shared!.Scope);
        Assert.Equal(2.8, item.Photo!.FNumber);
        Assert.Equal(6, item.Photo.Orientation);
        Assert.Equal(96, Assert.Single(item.Thumbnails).Small!.Width);
        Assert.Equal("https://storage.example/file?tempauth=secret", item.DownloadUrl);
        Assert.Null(item.Folder);
        Assert.Empty(item.Children);
        Assert.Equal("https://service.example/$metadata#driveItem", item.AdditionalData!["@odata.context"].GetString());
    }

    [Fact]
    public void Deserialize_OfAnEmptyFacet_MeansPresent()
    {
        var item = Read("""{"folder":{},"root":{},"deleted":{}}""");

        Assert.NotNull(item.Folder);
        Assert.Null(item.Folder.ChildCount);
        Assert.NotNull(item.Root);
        Assert.NotNull(item.Deleted);
        Assert.Null(item.File);
    }

    [Theory]
    [InlineData("""{"children":null,"permissions":null,"folder":null,"size":null}""")]
    [InlineData("{}")]
    public void Deserialize_OfNullsAndOfNothing_GivesEmptyListsAndNulls(string json)
    {
        var item = Read(json);

        Assert.Empty(item.Children);
        Assert.Empty(item.Permissions);
        Assert.Empty(item.Thumbnails);
        Assert.Null(item.Folder);
        Assert.Null(item.Size);
        Assert.Null(item.Id);
    }

    [Theory]
    [InlineData("""{"id":"1","parentReference":{"driveId":"d"}}""", "drives/d/items/1")]
    [InlineData("""{"id":"1","parentReference":{"driveId":"d"},"remoteItem":{"id":"2","parentReference":{"driveId":"e"}}}""", "drives/e/items/2")]
    [InlineData("""{"id":"1","parentReference":{"driveId":"d"},"remoteItem":{"id":"2"}}""", "drives/d/items/1")]
    [InlineData("""{"id":"1","remoteItem":{"id":"2","parentReference":{"driveId":"e"}}}""", "drives/e/items/2")]
    public void Address_OfAnythingReturned_IsItsDriveAndId(string json, string expected) =>
        Assert.Equal(expected, Read(json).Address.ToRequestPath());

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":"1"}""")]
    [InlineData("""{"id":"1","parentReference":{"driveId":""}}""")]
    [InlineData("""{"parentReference":{"driveId":"d"}}""")]
    public void Address_WhenTheAnswerDidNotTell_SaysWhatToSelect(string json) =>
        Assert.Contains(
            "parentReference", Assert.Throws<InvalidOperationException>(() => Read(json).Address).Message, StringComparison.Ordinal);

    [Fact]
    public void DriveAddress_OfAReturnedDrive_IsItsId()
    {
        Assert.Equal(DriveAddress.ById("b!x"), new Drive { Id = "b!x" }.Address);
        Assert.Throws<InvalidOperationException>(() => new Drive().Address);
    }

    [Theory]
    [InlineData("\"True\"", true)]
    [InlineData("\"False\"", false)]
    [InlineData("true", true)]
    [InlineData("\"perhaps\"", null)]
    [InlineData("{}", null)]
    [InlineData("null", null)]
    public void SharedChanged_ReadsTheTextOfTheService(string value, bool? expected) =>
        Assert.Equal(expected, Read($$"""{"@microsoft.graph.sharedChanged":{{value}}}""").SharedChanged);

    [Fact]
    public void SharedChanged_IsWrittenAsTheServiceWritesIt()
    {
        Assert.Equal("""{"@microsoft.graph.sharedChanged":"True"}""", Write(new() { SharedChanged = true }));
        Assert.Equal("""{"@microsoft.graph.sharedChanged":"False"}""", Write(new() { SharedChanged = false }));
        Assert.Equal("{}", Write(new() { SharedChanged = null }));
    }

    // Some models hold links that grant access; a ToString of their own, or that of a record, would print them.
    [Fact]
    public void NoModelClass_HasAToStringOfItsOwn()
    {
        var classes = typeof(DriveItem)
            .Assembly.GetTypes()
            .Where(type => type is { IsClass: true, Namespace: "OneDrive.Sdk.Models" })
            .ToList();

        Assert.Contains(typeof(UploadSession), classes);
        Assert.All(classes, type => Assert.Equal(typeof(object), type.GetMethod(nameof(ToString), [])!.DeclaringType));
    }

    [Theory]
    [InlineData("cameraRoll")]
    [InlineData("cameraroll")]
    public void SpecialFolder_IsFoundInAnyCase(string name)
    {
        var item = Read("{\"specialFolder\":{\"name\":\"" + name + "\"}}");

        Assert.Equal(SpecialFolder.CameraRoll, item.SpecialFolder!.Name);
        Assert.Equal(SpecialFolder.CameraRoll.GetHashCode(), item.SpecialFolder.Name!.Value.GetHashCode());
    }

    private static DriveItem Read(string json) => ModelText.Read<DriveItem>(json);

    private static string Write(DriveItem item) => ModelText.Write(item);
}
