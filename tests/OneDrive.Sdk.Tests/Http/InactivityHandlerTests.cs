using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

public sealed class InactivityHandlerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(100);

    private readonly ManualTimeProvider _clock = new();

    [Fact]
    public async Task ASilentServer_IsCutOffAndTheCallRepeated()
    {
        var chain = Chain();
        chain.Transport.Then(SilentAsync).Answer(200);

        var call = chain.GetAsync();
        await _clock.WaitForTimerAsync(due => due == Limit);
        _clock.Advance(Limit);
        await _clock.WaitForTimerAsync(due => due < TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(2));
        await call;

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    [Fact]
    public async Task ASilentServer_AfterTheBudget_IsAConnectionFailureThatNamesTheSetting()
    {
        var chain = Chain(attempts: 0);
        chain.Transport.Then(SilentAsync);

        var call = chain.GetAsync();
        await _clock.WaitForTimerAsync(due => due == Limit);
        _clock.Advance(Limit);

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(() => call);
        Assert.Contains("Retry.AttemptTimeout", exception.Message, StringComparison.Ordinal);
        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task ASlowBodyThatKeepsMoving_IsNeverCutOff()
    {
        var chain = Chain(attempts: 0);
        chain.Transport.Then(
            (_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new SlowStream(_clock, pieces: 50)) }));

        using var response = await chain.Graph.SendForResponseAsync(Streamed(), CancellationToken.None);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(50, bytes.Length);
        Assert.True(_clock.GetElapsedTime(0) > 40 * Limit);
    }

    [Fact]
    public async Task ABodyThatStops_IsCutOffAfterTheLimit()
    {
        var chain = Chain(attempts: 0);
        chain.Transport.Then((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new StoppedStream()) }));

        using var response = await chain.Graph.SendForResponseAsync(Streamed(), CancellationToken.None);
        var body = await response.Content.ReadAsStreamAsync();
        var read = body.ReadAsync(new byte[10]).AsTask();
        _clock.Advance(Limit);

        await Assert.ThrowsAsync<InactivityException>(() => read);
    }

    [Fact]
    public async Task ASlowUploadThatKeepsMoving_IsNeverCutOff()
    {
        var chain = Chain(attempts: 0);
        chain.Transport.Then(async (request, cancellationToken) =>
        {
            await request.Content!.CopyToAsync(new SlowSink(_clock), cancellationToken);
            return ScriptedTransport.Response(200);
        });
        var call = new GraphCall<NoContent>
        {
            Operation = "Content.Upload",
            Method = HttpMethod.Put,
            Path = "me/drive/root:/a:/content",
            Body = new Bytes(new byte[4 * 1024 * 1024]),
            IsIdempotent = true,
        };

        await chain.Graph.SendAsync(call, CancellationToken.None);

        Assert.True(_clock.GetElapsedTime(0) > 30 * Limit);
    }

    [Fact]
    public async Task WaitingForACoolDown_DoesNotCount()
    {
        var chain = Chain(attempts: 1);
        chain.Transport.Answer(429, null, ("Retry-After", "250")).Answer(200);

        var call = chain.GetAsync();
        await _clock.WaitForTimerAsync(due => due >= TimeSpan.FromSeconds(250));
        _clock.Advance(TimeSpan.FromSeconds(251));
        await call;

        Assert.Equal(2, chain.Transport.Sent.Count);
    }

    private ChainFixture Chain(int attempts = 5) => new(_clock, options =>
    {
        options.Retry.AttemptTimeout = Limit;
        options.Retry.MaxRetryAttempts = attempts;
    });

    private static GraphCall<NoContent> Streamed() => new()
    {
        Operation = "Content.Download",
        Method = HttpMethod.Get,
        Path = "me/drive/root:/a:/content",
        IsIdempotent = true,
        StreamsAnswer = true,
    };

    private static async Task<HttpResponseMessage> SilentAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        return null!;
    }

    private sealed class Bytes(byte[] bytes) : ICallBody
    {
        public HttpContent ToHttpContent() => new ByteArrayContent(bytes);
    }

    /// <summary>Each read takes nearly the whole limit.</summary>
    private sealed class SlowStream(ManualTimeProvider clock, int pieces) : MemoryStream
    {
        private int _left = pieces;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            clock.Advance(Limit - TimeSpan.FromSeconds(1));
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.FromResult(_left-- > 0 ? 1 : 0);
        }
    }

    private sealed class StoppedStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return 0;
        }
    }

    /// <summary>Each write takes nearly the whole limit.</summary>
    private sealed class SlowSink(ManualTimeProvider clock) : MemoryStream
    {
        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            clock.Advance(Limit - TimeSpan.FromSeconds(1));
            cancellationToken.ThrowIfCancellationRequested();
            return ValueTask.CompletedTask;
        }
    }
}
