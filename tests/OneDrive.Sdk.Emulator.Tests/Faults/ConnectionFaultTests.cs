using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Faults;

public sealed class ConnectionFaultTests : IAsyncLifetime
{
    private const int Unit = Bytes.FragmentUnit;
    private readonly MovableClock _clock = new();
    private EmulatorClient _client = null!;

    private FaultPlan Faults => _client.Emulator.Faults;

    public async Task InitializeAsync() => _client = await EmulatorClient.StartAsync(options => options.TimeProvider = _clock);

    public async Task DisposeAsync() => await _client.DisposeAsync();

    [Fact]
    public async Task DropConnection_GivesNoAnswerAndDoesNothing()
    {
        Faults.Add(Fault.DropConnection().On(EmulatorOperation.CreateFolder));

        await Assert.ThrowsAsync<HttpRequestException>(CreateFolderAsync);
        Assert.Null(_client.DriveState.FindItem("New"));
        var entry = Assert.Single(_client.Emulator.Traffic.Of(EmulatorOperation.CreateFolder));
        Assert.Null(entry.StatusCode);
        Assert.Equal(FaultKind.DropConnection, entry.Fault);
    }

    [Fact]
    public async Task DropConnectionAfterRequestBytes_LeavesTheSessionWhereItWas()
    {
        var content = Bytes.Of((2 * Unit) + 1);
        var url = await _client.CreateSessionAsync("a.bin");
        using var first = await _client.PutFragmentAsync(url, new ArraySegment<byte>(content, 0, Unit), 0, content.Length);
        Faults.Add(Fault.DropConnectionAfterRequestBytes(Unit / 2).On(EmulatorOperation.UploadFragment));

        await Assert.ThrowsAsync<HttpRequestException>(
            () => _client.PutFragmentAsync(url, new ArraySegment<byte>(content, Unit, Unit), Unit, content.Length));
        Assert.Equal(["327680-"], await _client.GetNextRangesAsync(url));
        Assert.Equal(Unit / 2, _client.Emulator.Traffic.Of(EmulatorOperation.UploadFragment)[1].RequestBodyLength);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    public async Task DropConnectionAfterResponseBytes_SendsThatMany(int bytes)
    {
        var content = Bytes.Of(200_000);
        using var response = await DownloadAsync(content, Fault.DropConnectionAfterResponseBytes(bytes));
        var received = await ReadUntilItBreaksAsync(response);

        Assert.Equal(content.Length, response.Content.Headers.ContentLength);
        Assert.Equal(content[..bytes], received);
        Assert.Equal(bytes, Assert.Single(_client.Emulator.Traffic.Of(EmulatorOperation.Download)).ResponseBodyLength);
    }

    [Fact]
    public async Task LoseAcknowledgement_DoesTheWorkAndGivesNoAnswer()
    {
        Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.CreateFolder));

        await Assert.ThrowsAsync<HttpRequestException>(CreateFolderAsync);
        Assert.NotNull(_client.DriveState.FindItem("New"));
    }

    [Fact]
    public async Task LoseAcknowledgement_OfAFragment_CountsIt()
    {
        var content = Bytes.Of((2 * Unit) + 1);
        var url = await _client.CreateSessionAsync("a.bin");
        Faults.Add(Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment));

        await Assert.ThrowsAsync<HttpRequestException>(
            () => _client.PutFragmentAsync(url, new ArraySegment<byte>(content, 0, Unit), 0, content.Length));
        Assert.Equal(["327680-"], await _client.GetNextRangesAsync(url));
    }

    [Fact]
    public async Task Stall_HoldsTheRequestUntilTheClientLeaves()
    {
        Faults.Add(Fault.Stall().On(EmulatorOperation.GetDrive));
        using var patience = new CancellationTokenSource();
        var request = new HttpRequestMessage(HttpMethod.Get, _client.Drive);
        var pending = _client.Http.SendAsync(request, patience.Token);
        using var other = await _client.GetAsync($"{_client.Drive}/root");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.False(pending.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
    }

    [Fact]
    public async Task StallAfterResponseBytes_FallsSilentInTheMiddle()
    {
        var content = Bytes.Of(200_000);
        using var response = await DownloadAsync(content, Fault.StallAfterResponseBytes(70_000));
        await using var body = await response.Content.ReadAsStreamAsync();
        var received = new byte[70_000];
        await body.ReadExactlyAsync(received);
        using var patience = new CancellationTokenSource();
        var more = body.ReadAsync(new byte[1], patience.Token).AsTask();
        using var other = await _client.GetAsync(_client.Drive);

        Assert.Equal(content[..70_000], received);
        Assert.False(more.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => more);
    }

    [Fact]
    public async Task StallAfterRequestBytes_StopsReading()
    {
        var url = await _client.CreateSessionAsync("a.bin");
        Faults.Add(Fault.StallAfterRequestBytes(10).On(EmulatorOperation.UploadFragment));
        using var patience = new CancellationTokenSource();
        using var content = new ByteArrayContent(Bytes.Of(100));
        content.Headers.TryAddWithoutValidation("Content-Range", "bytes 0-99/100");
        var pending = _client.Http.PutAsync(url, content, patience.Token);
        using var other = await _client.GetAsync(_client.Drive);
        Assert.False(pending.IsCompleted);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);
        Assert.Null(_client.DriveState.FindItem("a.bin"));
    }

    [Fact]
    public async Task Stall_EndsWhenTheEmulatorIsDisposed()
    {
        var client = await EmulatorClient.StartAsync();
        client.Emulator.Faults.Add(Fault.StallAfterResponseBytes(0));
        using var response = await client.GetAsync(client.Drive);
        var pending = response.Content.ReadAsByteArrayAsync();
        Assert.False(pending.IsCompleted);
        await client.Emulator.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => pending);
        await client.DisposeAsync();
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(150_000, 150_000)]
    [InlineData(999_999, 199_999)]
    public async Task CorruptBody_InvertsOneByteOfADownload(int atByte, int expected)
    {
        var content = Bytes.Of(200_000);
        using var response = await DownloadAsync(content, Fault.CorruptBody(atByte));
        var received = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal([expected], Enumerable.Range(0, content.Length).Where(index => received[index] != content[index]));
    }

    [Fact]
    public async Task TruncateBody_EndsEarlyAndSaysSo()
    {
        using var response = await DownloadAsync(Bytes.Of(200_000), Fault.TruncateBody(1000));

        Assert.Equal(1000, response.Content.Headers.ContentLength);
        Assert.Equal(1000, (await response.Content.ReadAsByteArrayAsync()).Length);
    }

    private async Task<HttpResponseMessage> DownloadAsync(byte[] content, Fault fault)
    {
        _client.DriveState.WithFile("a.bin", content);
        Faults.Add(fault.On(EmulatorOperation.Download));
        using var redirect = await _client.GetAsync($"{_client.Drive}/root:/a.bin:/content");
        return await _client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);
    }

    private static async Task<byte[]> ReadUntilItBreaksAsync(HttpResponseMessage response)
    {
        using var received = new MemoryStream();
        await Assert.ThrowsAnyAsync<IOException>(async () => await (await response.Content.ReadAsStreamAsync()).CopyToAsync(received));
        return received.ToArray();
    }

    private Task<HttpResponseMessage> CreateFolderAsync()
        => _client.PostAsync($"{_client.Drive}/root/children", """{"name":"New","folder":{}}""");
}
