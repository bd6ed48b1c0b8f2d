using System.Net;
using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

/// <summary>
/// What an upload may do to its source, in random order and of random length: send a fragment, give it up in the middle, leave a request
/// behind that is stuck, and go on before or after. Every byte that goes out is right, and nothing waits for ever.
/// </summary>
public sealed class UploadSourceRandomTests
{
    private const int Unit = OneDriveTransferOptions.FragmentAlignment;
    private const int LongestFragment = 12;
    private const int Rounds = 6;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 16)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task EveryByteThatIsSent_IsTheOneOfItsPlace(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < Rounds; round++)
            await RunAsync(random).WaitAsync(Limit);
    }

    private static async Task RunAsync(Random random)
    {
        var length = random.NextInt64(1, 10 * 1024 * 1024);
        var isSeekable = random.Next(2) == 0;
        var stream = new HesitatingStream(length, isSeekable, random.Next());
        var settings = TransferSettings.From(
            new OneDriveTransferOptions { SingleRequestLimit = 0, FragmentSize = LongestFragment * Unit });
        var source = await UploadSource.OpenAsync(stream, length, settings, TimeProvider.System, default);
        List<(ByteRange Range, LimitedSink Sink, Task Sending)> stuck = [];
        await using (source)
        {
            for (long position = 0; position < length;)
            {
                var range = FragmentFrom(position, length, random);
                var feed = await source.BeginAsync(range, FragmentFrom(range.End, length, random), default);
                var sink = new LimitedSink(random.Next(3) == 0 ? random.NextInt64(range.Length) : long.MaxValue, random.Next(4) == 0);
                var sending = new FragmentContent(feed).CopyToAsync(sink, default(TransportContext));
                await Task.WhenAny(sending, sink.IsStuck);
                feed.Close();
                if (!sending.IsCompleted)
                    stuck.Add((range, sink, sending));
                else if (sending.IsCompletedSuccessfully)
                    Assert.Equal(range.Length, sink.Length);
                AssertRight(range, sink);
                position = Next(position, range, sink, isSeekable, random);
            }

            Assert.Equal(GeneratedStream.HashOf(length), await source.GetHashAsync(default));
        }

        foreach (var (range, sink, sending) in stuck)
        {
            sink.Release();
            await Task.WhenAny(sending);
            AssertRight(range, sink);
        }
    }

    private static ByteRange FragmentFrom(long position, long length, Random random) =>
        new(position, Math.Min(length, position + (random.Next(1, LongestFragment + 1) * (long)Unit)));

    // The service may have less of a fragment than was sent, and says so; a stream that can seek may be asked for anything.
    private static long Next(long position, ByteRange range, LimitedSink sink, bool isSeekable, Random random) => random.Next(5) switch
    {
        0 => isSeekable ? random.NextInt64(range.End) : position,
        1 => random.NextInt64(position, position + sink.Length + 1),
        _ => sink.Length == range.Length ? range.End : position,
    };

    private static void AssertRight(ByteRange range, LimitedSink sink)
    {
        var sent = sink.ToArray();
        Assert.True(sent.AsSpan().SequenceEqual(GeneratedStream.Bytes(range.Start, sent.Length)), $"Wrong bytes in {range}.");
    }
}
