using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Control.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

public sealed class TrafficControlTests : IAsyncLifetime
{
    private ControlClient _control = null!;

    public async Task InitializeAsync() => _control = await ControlClient.StartAsync();

    public async Task DisposeAsync() => await _control.DisposeAsync();

    [Theory]
    [InlineData("operation=UploadFragment", "2,3")]
    [InlineData("method=put", "2,3")]
    [InlineData("status=4xx", "2,4")]
    [InlineData("status=404", "4")]
    [InlineData("faulted=true", "2")]
    [InlineData("faulted=false&status=4xx", "4")]
    [InlineData("pathContains=f/A.bin", "1,2,3")]
    [InlineData("pathContains=not%20there", "4")]
    [InlineData("after=3", "4,5")]
    [InlineData("limit=2", "4,5")]
    [InlineData("owner=marketing@contoso.example", "5")]
    [InlineData("owner=adele@contoso.example&limit=1", "4")]
    [InlineData("status=none", "")]
    public async Task Traffic_IsFiltered(string filter, string expected)
    {
        _control.Emulator.Faults.Add(Fault.Throttle().On(EmulatorOperation.UploadFragment));
        var url = await _control.Graph.CreateSessionAsync("f/a.bin");
        using var throttled = await _control.Graph.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        using var taken = await _control.Graph.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        using var missing = await _control.Graph.GetAsync($"{_control.Graph.Drive}/root:/not%20there");
        using var group = await _control.Graph.GetAsync($"v1.0/groups/{_control.Emulator.DefaultGroup.Id}/drive");

        Assert.Equal(expected, string.Join(',', (await ListAsync(filter)).Select(entry => entry["sequence"])));
    }

    [Fact]
    public async Task AnEntry_IsAsDescribed()
    {
        await _control.SendAsync("PATCH", "recording", """{"bodies":true}""");
        using var sent = await _control.Graph.PutAsync(
            $"{_control.Graph.Drive}/root:/a.txt:/content", "words"u8.ToArray(), ("X-Mine", "yes"));
        await _control.GetAsync("traffic/wait?count=1");
        var entry = (await _control.GetAsync("traffic/1"))!;

        Assert.True(entry["isCompleted"]!.GetValue<bool>());
        Assert.Equal("yes", entry["requestHeaders"]!["X-Mine"]!.GetValue<string>());
        Assert.Equal("Bearer REDACTED", entry["requestHeaders"]!["Authorization"]!.GetValue<string>());
        Assert.Equal("words", entry["requestBody"]!["text"]!.GetValue<string>());
        Assert.Contains("\"name\":\"a.txt\"", entry["responseBody"]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("adele@contoso.example", entry["owners"]![0]!.GetValue<string>());
        Assert.Null((await ListAsync("bodies=false"))[0]["requestBody"]);
        Assert.NotEqual(0, (await _control.GetAsync("recording"))!["bytes"]!.GetValue<int>());
        await _control.DeleteAsync("traffic");
        Assert.Equal(0, (await _control.GetAsync("recording"))!["bytes"]!.GetValue<int>());
        await _control.RefuseAsync("GET", "traffic/1", 404);
    }

    [Fact]
    public async Task Bodies_AreNotRecordedUnlessAskedFor()
    {
        using var sent = await _control.Graph.PutAsync(
            $"{_control.Graph.Drive}/root:/a.txt:/content", "words"u8.ToArray(), ("X-Mine", "yes"));
        var entry = (await ListAsync(string.Empty))[0];

        Assert.Null(entry["requestBody"]);
        Assert.Null(entry["responseBody"]);
        Assert.Null(entry["requestHeaders"]!["X-Mine"]);
    }

    [Fact]
    public async Task ALongBody_IsCut_AndBytesAreBase64()
    {
        _control.Emulator.Traffic.RecordsBodies = true;
        using var bytes = await _control.Graph.PutAsync($"{_control.Graph.Drive}/root:/a.bin:/content", [0xFF, 0xFE, 0x00]);
        using var content = new StringContent(new string('ü', 50_000), Encoding.UTF8, "text/plain");
        using var text = await _control.Graph.SendAsync(HttpMethod.Put, $"{_control.Graph.Drive}/root:/b.txt:/content", content);
        var entries = await _control.Emulator.Traffic.WaitForAsync(entry => entry.Operation == EmulatorOperation.PutContent, 2);

        Assert.Equal(new RecordedBody("//4A", IsBase64: true, IsTruncated: false), entries[0].RequestBody);
        Assert.Equal(new RecordedBody(new string('ü', 32_768), IsBase64: false, IsTruncated: true), entries[1].RequestBody);
    }

    [Fact]
    public async Task Wait_EndsWhenTheRequestWasAnswered()
    {
        var waiting = _control.GetAsync("traffic/wait?operation=GetDrive&count=2&timeoutSeconds=60");
        using var first = await _control.Graph.GetAsync(_control.Graph.Drive);
        using var other = await _control.Graph.GetAsync($"{_control.Graph.Drive}/root");
        Assert.False(waiting.IsCompleted);
        using var second = await _control.Graph.GetAsync(_control.Graph.Drive);
        var found = (await waiting)!;

        Assert.True(found["isFound"]!.GetValue<bool>());
        Assert.Equal([1, 3], found["entries"]!.AsArray().Select(entry => entry!["sequence"]!.GetValue<int>()));
        Assert.All(found["entries"]!.AsArray(), entry => Assert.Equal(200, entry!["statusCode"]!.GetValue<int>()));
    }

    [Fact]
    public async Task Wait_InVain_SaysSo()
    {
        using var first = await _control.Graph.GetAsync(_control.Graph.Drive);
        await _control.Emulator.Traffic.WaitForAsync(_ => true);
        var found = (await _control.GetAsync("traffic/wait?operation=GetDrive&count=2&timeoutSeconds=0"))!;

        Assert.False(found["isFound"]!.GetValue<bool>());
        Assert.Single(found["entries"]!.AsArray());
        Assert.Contains("from 0 to 600", await _control.RefuseAsync("GET", "traffic/wait?timeoutSeconds=601", 400));
        Assert.Contains("Did you mean 'GetDrive'", await _control.RefuseAsync("GET", "traffic/wait?operation=GetDrve", 400));
        await _control.RefuseAsync("GET", "traffic?status=fine", 400);
        await _control.RefuseAsync("GET", "traffic?faulted=perhaps", 400);
    }

    [Fact]
    public async Task AConnectionThatIsDropped_IsOverToo()
    {
        _control.Emulator.Faults.Add(Fault.DropConnection());
        await Assert.ThrowsAsync<HttpRequestException>(() => _control.Graph.GetAsync(_control.Graph.Drive));
        var found = (await _control.GetAsync("traffic/wait?status=none&faulted=true"))!;

        Assert.Equal("DropConnection", found["entries"]![0]!["fault"]!.GetValue<string>());
    }

    [Fact]
    public async Task AnUnchangedRecording_IsNotSentAgain()
    {
        using var before = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, "_emulator/traffic");
        var tag = before.Headers.ETag!.Tag;
        using var same = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, "_emulator/traffic", null, ("If-None-Match", tag));
        using var request = await _control.Graph.GetAsync(_control.Graph.Drive);
        using var changed = await _control.Graph.SendAnonymouslyAsync(HttpMethod.Get, "_emulator/traffic", null, ("If-None-Match", tag));

        Assert.Equal([304, 200], new[] { same, changed }.Select(response => (int)response.StatusCode));
    }

    [Fact]
    public async Task StepsOfABatch_AreRecordedWithTheirBodies()
    {
        _control.Emulator.Traffic.RecordsBodies = true;
        var drive = _control.Graph.Drive["v1.0".Length..];
        using var batch = await _control.Graph.PostAsync(
            "v1.0/$batch",
            $$"""{"requests":[{"id":"1","method":"GET","url":"{{drive}}"},{"id":"2","method":"GET","url":"{{drive}}/root"}]}""");
        var steps = await _control.Emulator.Traffic.WaitForAsync(entry => entry.Operation != EmulatorOperation.Batch, 2);

        Assert.Contains("driveType", steps[0].ResponseBody!.Text, StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", steps[1].ResponseHeaders["Content-Type"]);
    }

    private async Task<List<JsonNode>> ListAsync(string filter)
    {
        var text = (await _control.GetAsync($"traffic?{filter}".TrimEnd('?')))!.GetValue<string>();
        List<JsonNode> entries = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        var schema = _control.Document["components"]!["schemas"]!["TrafficEntry"]!;
        entries.ForEach(entry => SchemaAssert.Agrees(_control.Document, schema, entry, "entry"));
        return entries;
    }
}
