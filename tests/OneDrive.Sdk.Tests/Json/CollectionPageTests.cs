using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Tests.Json;

public class CollectionPageTests
{
    [Fact]
    public void Deserialize_OfAPage_GivesEntriesAndLinksAsTheyCame()
    {
        var page = JsonSerializer.Deserialize(
            """
            {"@odata.context":"x","@odata.nextLink":"https://h/next?$skiptoken=a%2Bb","@odata.deltaLink":"https://h/delta?(token='1')","value":[{"id":"1"},{"id":"2"}]}
            """,
            OneDriveJsonContext.Default.CollectionPageDriveItem)!;

        Assert.Equal(["1", "2"], page.Value.Select(item => item.Id));
        Assert.Equal("https://h/next?$skiptoken=a%2Bb", page.NextLink);
        Assert.Equal("https://h/delta?(token='1')", page.DeltaLink);
        Assert.Equal("x", page.AdditionalData!["@odata.context"].GetString());
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":[]}""")]
    [InlineData("""{"value":null}""")]
    public void Deserialize_OfAnEmptyPage_GivesNoEntriesAndNoLinks(string json)
    {
        var page = JsonSerializer.Deserialize(json, OneDriveJsonContext.Default.CollectionPageDirectoryUser)!;

        Assert.Empty(page.Value);
        Assert.Null(page.NextLink);
        Assert.Null(page.DeltaLink);
    }

    [Fact]
    public void Deserialize_OfDirectoryEntries_FillsWhatAChoiceNeeds()
    {
        var groups = JsonSerializer.Deserialize(
            """{"value":[{"id":"1","displayName":"Sales","mail":"sales@contoso.example","groupTypes":["Unified"],"visibility":"Private"}]}""",
            OneDriveJsonContext.Default.CollectionPageDirectoryGroup)!;

        var group = Assert.Single(groups.Value);
        Assert.Equal(("1", "Sales", "sales@contoso.example"), (group.Id, group.DisplayName, group.Mail));
        Assert.Equal(["Unified"], group.GroupTypes);
        Assert.Equal("Private", group.AdditionalData!["visibility"].GetString());
    }

    [Fact]
    public void Deserialize_OfAnUploadSession_KeepsItsLinkAndRanges()
    {
        var session = JsonSerializer.Deserialize(
            """{"uploadUrl":"https://up.example/1?x='2'","expirationDateTime":"2015-01-29T09:21:55.523Z","nextExpectedRanges":["12345-55232","77829-"]}""",
            OneDriveJsonContext.Default.UploadSession)!;

        Assert.Equal("https://up.example/1?x='2'", session.UploadUrl);
        Assert.Equal(["12345-55232", "77829-"], session.NextExpectedRanges);
        Assert.Equal(523, session.ExpirationDateTime!.Value.Millisecond);
    }
}
