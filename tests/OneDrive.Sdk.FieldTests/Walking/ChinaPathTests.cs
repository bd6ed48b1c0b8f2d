using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Walking;

/// <summary>The cloud in China does not take paths between colons.</summary>
public sealed class ChinaPathTests
{
    [Fact]
    [FieldCase("F31", "D2", Source = "rclone/rclone#5768",
        Report = "The cloud in China rejects root:/a/b:/children as an invalid request.",
        Right = "Paths are sent as a parameter: root/children('@a1')/children?@a1='a/b'. OneDriveCloud.WithPathAddressing sets the form.")]
    public async Task Paths_WithParameterAliases_TravelAsAParameter()
    {
        await using var service = new ScriptedService(_ => ScriptedFolders.Page(null));
        using var client = Create(service);

        await client.Items.ListChildrenAsync(DriveAddress.Me.Path("/Bob's #1/b c")).ListAsync();
        await client.Items.ListChildrenAsync(DriveAddress.Me.Root).ListAsync();

        Assert.Equal(PathAddressing.ParameterAlias, OneDriveCloud.China.PathAddressing);
        Assert.Equal("/v1.0/me/drive/root/children('@a1')/children", service.Requests[0].DecodedPath);
        Assert.Equal("@a1='Bob''s #1/b c'", Uri.UnescapeDataString(service.Requests[0].Query));
        Assert.Equal("/v1.0/me/drive/root/children", service.Requests[1].Target);
    }

    [Fact]
    [FieldCase("D2.china-batch", "D2", Source = "own",
        Report = "A step of a batch addresses an item by its path in the cloud in China.",
        Right = "The step has the same form as a single request.")]
    public async Task BatchSteps_WithParameterAliases_HaveTheSameForm()
    {
        await using var service = new ScriptedService(_ => Answer.Json("""{"responses":[{"id":"1","status":200,"body":{"id":"1"}}]}"""));
        using var client = Create(service);
        var batch = new BatchRequest();
        batch.Get(DriveAddress.Me.Path("/a/b"));

        await client.Batch.SendAsync(batch);

        Assert.Contains("/me/drive/root/children('@a1')?@a1=", Unescaped(service.Requests[0].Text), StringComparison.Ordinal);
    }

    private static string Unescaped(string json) =>
        json.Replace("\\u0027", "'", StringComparison.Ordinal).Replace("%40", "@", StringComparison.Ordinal);

    private static OneDriveClient Create(ScriptedService service) => FieldClient.Create(
        service, options => options.Cloud = options.Cloud.WithPathAddressing(PathAddressing.ParameterAlias));
}
