using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Json;

public class CollectionPageTests
{
    [Fact]
    public void Read_OfAPage_GivesEntriesAndLinksAsTheyCame()
    {
        var page = Read(
            """
            {"@odata.context":"x","@odata.nextLink":"https://h/next?$skiptoken=a%2Bb","@odata.deltaLink":"https://h/delta?(token='1')","value":[{"id":"1"},{"id":"2"}]}
            """,
            DriveItem.Read);

        Assert.Equal(["1", "2"], page.Value.Select(item => item.Id));
        Assert.Equal("https://h/next?$skiptoken=a%2Bb", page.NextLink);
        Assert.Equal("https://h/delta?(token='1')", page.DeltaLink);
    }

    [Fact]
    public void Read_OfAnEmptyPage_GivesNoEntriesAndNoLinks()
    {
        var page = Read("""{"value":[]}""", DirectoryUser.Read);

        Assert.Empty(page.Value);
        Assert.Null(page.NextLink);
        Assert.Null(page.DeltaLink);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"value":null}""")]
    [InlineData("""{"value":{}}""")]
    [InlineData("""{"value":"none"}""")]
    [InlineData("""{"@odata.nextLink":"https://h/next"}""")]
    public void Read_WithoutAList_IsNoEmptyPage(string json)
    {
        var exception = Assert.Throws<UnexpectedAnswerException>(() => Read(json, DriveItem.Read));

        Assert.False(exception.IsError);
        Assert.Contains("value", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":"generalException"}}""")]
    [InlineData("""{"value":[{"id":"1"}],"error":{"code":"generalException"}}""")]
    [InlineData("""{"odata.error":{"code":"-1, x"}}""")]
    [InlineData("""{"error":"invalid_request"}""")]
    public void Read_OfAnError_IsNoPage(string json) =>
        Assert.True(Assert.Throws<UnexpectedAnswerException>(() => Read(json, DriveItem.Read)).IsError);

    [Fact]
    public void Read_OfEntriesThatAreNone_LeavesThemOut()
    {
        var page = Read("""{"value":[null,{"id":"1"},7,"x",[{"id":"no"}],true,{"id":"2"},null],"error":null}""", DriveItem.Read);

        Assert.Equal(["1", "2"], page.Value.Select(item => item.Id));
    }

    [Fact]
    public void Read_OfDirectoryEntries_FillsWhatAChoiceNeeds()
    {
        var groups = Read(
            """{"value":[{"id":"1","displayName":"Sales","mail":"sales@contoso.example","groupTypes":["Unified"],"visibility":"Private"}]}""",
            DirectoryGroup.Read);

        var group = Assert.Single(groups.Value);
        Assert.Equal(("1", "Sales", "sales@contoso.example"), (group.Id, group.DisplayName, group.Mail));
        Assert.Equal(["Unified"], group.GroupTypes);
        Assert.Equal("Private", group.AdditionalData!["visibility"].GetString());
    }

    [Fact]
    public void Read_OfAnUploadSession_KeepsItsLinkAndRanges()
    {
        var session = ModelText.Read(
            """{"uploadUrl":"https://up.example/1?x='2'","expirationDateTime":"2015-01-29T09:21:55.523Z","nextExpectedRanges":["12345-55232","77829-"]}""",
            UploadSession.Read);

        Assert.Equal("https://up.example/1?x='2'", session.UploadUrl);
        Assert.Equal(["12345-55232", "77829-"], session.NextExpectedRanges);
        Assert.Equal(523, session.ExpirationDateTime!.Value.Millisecond);
    }

    private static CollectionPage<T> Read<T>(string json, ModelRead<T> read) => ModelText.Read(json, Pages.Of(read));
}
