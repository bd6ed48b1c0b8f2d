using System.Text;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Tests.Http;

/// <summary>How calls are said to SharePoint's own endpoint.</summary>
public sealed class ServiceDialectTests
{
    [Theory]
    [InlineData("me/drive", "drive")]
    [InlineData("me/drives", "drives")]
    [InlineData("me/drive/root/children", "drive/root/children")]
    [InlineData("me/drive/root:/a/b:/createUploadSession", "drive/root:/a/b:/oneDrive.createUploadSession")]
    [InlineData("drives/d/items/i/createLink", "drives/d/items/i/oneDrive.createLink")]
    [InlineData("drives/d/items/i:/a:/copy", "drives/d/items/i:/a:/oneDrive.copy")]
    [InlineData("drives/d/root/delta", "drives/d/root/oneDrive.delta")]
    [InlineData("drives/d/items/i/invite", "drives/d/items/i/oneDrive.invite")]
    [InlineData("me/drive/recent", "drive/oneDrive.recent")]
    [InlineData("me/drive/sharedWithMe", "drive/oneDrive.sharedWithMe")]
    [InlineData("drives/d/root/search(q='copy')", "drives/d/root/oneDrive.search(q='copy')")]
    [InlineData("drives/d/root:/copy", "drives/d/root:/copy")]
    [InlineData("drives/d/root:/a/delta", "drives/d/root:/a/delta")]
    [InlineData("drives/d/root:/permanentDelete:/children", "drives/d/root:/permanentDelete:/children")]
    [InlineData("drives/d/root:/permanentDelete/bundles/a:/content", "drives/d/root:/permanentDelete/bundles/a:/content")]
    [InlineData("drives/d/root:/subscriptions", "drives/d/root:/subscriptions")]
    [InlineData("shares/u!abc/driveItem", "shares/u!abc/driveItem")]
    [InlineData("shares/u!abc/driveItem/content", "shares/u!abc/driveItem/content")]
    public void Path_OfTheOlderService_HasItsWords(string graph, string legacy)
    {
        Assert.Equal(graph, ServiceDialect.Graph.Path(graph));
        Assert.Equal(legacy, ServiceDialect.Legacy.Path(graph));
    }

    [Theory]
    [InlineData("users/adele/drive")]
    [InlineData("groups/g/drive")]
    [InlineData("sites/s/drive")]
    [InlineData("me")]
    [InlineData("$batch")]
    [InlineData("subscriptions")]
    [InlineData("drives/d/items/i/permanentDelete")]
    [InlineData("drives/d/items/i/assignSensitivityLabel")]
    [InlineData("drives/d/items/i/retentionLabel")]
    [InlineData("me/drive/bundles")]
    public void Path_OfWhatTheOlderServiceLacks_IsRefused(string graph) =>
        Assert.Throws<NotSupportedException>(() => ServiceDialect.Legacy.Path(graph));

    [Fact]
    public void Answer_HasTheNamesOfGraph()
    {
        const string Legacy = """
            { "@content.downloadUrl" : "https:\/\/x", "name": "@content.downloadUrl", "n": 1e400, "x": {"@oneDrive.sharedChanged":"True"},
              "text": "\"@content.downloadUrl\":", "a": [ {"@content.downloadUrl":null} ] }
            """;

        var graph = Encoding.UTF8.GetString(ServiceDialect.Legacy.Answer(Encoding.UTF8.GetBytes(Legacy)).Span);

        Assert.Equal(
            Legacy.Replace("{ \"@content.", "{ \"@microsoft.graph.", StringComparison.Ordinal)
                .Replace("{\"@content.", "{\"@microsoft.graph.", StringComparison.Ordinal)
                .Replace("@oneDrive.", "@microsoft.graph.", StringComparison.Ordinal),
            graph);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"@content.downloadUrl":""")]
    public void Answer_ThatIsNoJson_StaysAsItIs(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Assert.Equal(bytes, ServiceDialect.Legacy.Answer(bytes).ToArray());
    }

    [Fact]
    public void Parameter_HasTheOlderName()
    {
        Assert.Equal("@name.conflictBehavior", ServiceDialect.Legacy.Parameter("@microsoft.graph.conflictBehavior"));
        Assert.Equal("$top", ServiceDialect.Legacy.Parameter("$top"));
    }
}
