using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Downloads content that differs from its metadata again, without writing: a truncated or corrupted response would not be the same twice.
/// </summary>
internal sealed class SecondLook(GraphTransport transport, ItemAddress source, ILogger logger)
{
    /// <summary>How many of the last bytes are fetched again of a file of which the service is known to serve other bytes.</summary>
    internal const int TailLength = 64 * 1024;

    private readonly DownloadClient _client = new(transport);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);

    /// <summary>Whether the last bytes are the same, from a response of the same length and tag.</summary>
    /// <param name="tail">The last bytes as they were received; null when they are not kept.</param>
    /// <param name="length">The length of the whole content.</param>
    /// <param name="tag">The tag of the first response; without one a range says nothing about the rest.</param>
    /// <param name="cancellationToken">Ends the look.</param>
    internal async Task<bool> HasSameTailAsync(byte[]? tail, long length, string? tag, CancellationToken cancellationToken)
    {
        if (tail is not { Length: > 0 } || tag is null)
            return false;
        while (true)
        {
            _client.ForgetAddress();
            var (isSame, failure) = await CompareTailAsync(tail, length, tag, cancellationToken).ConfigureAwait(false);
            if (failure is null)
                return isSame;
            await _patience.WaitAsync(failure.Error, failure.RetryAfter, failure.IsHarmless, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Whether a body that looks like something else is proved to be the file; it is only hashed.</summary>
    internal async Task<bool> IsFileAsync(DriveItem item, DownloadTerms terms, CancellationToken cancellationToken)
    {
        using var sink = new HashSink(ContentDigest.For(item));
        var probe = NewDownload(item, sink, terms with { IsProbe = true });
        try
        {
            await probe.RunAsync(cancellationToken).ConfigureAwait(false);
            return probe.TookOdd;
        }
        catch (ContentVerificationException)
        {
            return false;
        }
    }

    /// <summary>Whether the whole content is the same; it is only hashed.</summary>
    internal async Task<bool> HasSameBytesAsync(DriveItem item, ContentLook look, CancellationToken cancellationToken)
    {
        using var sink = new HashSink(ContentDigest.For(item));
        var terms = new DownloadTerms(Conversion: null, ComparesHash: false, TakesAnything: true) { Longest = look.Length };
        await NewDownload(item, sink, terms).RunAsync(cancellationToken).ConfigureAwait(false);
        return sink.Position == look.Length && sink.QuickXor == look.Hash;
    }

    private ResumingDownload NewDownload(DriveItem item, HashSink sink, DownloadTerms terms) =>
        new(transport, source, item, sink, terms, ranges: null, new ProgressMeter(null, transport.TimeProvider), logger);

    private async Task<(bool IsSame, DownloadFailure? Failure)> CompareTailAsync(
        byte[] tail, long length, string tag, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.OpenRangeAsync(
                source, length - tail.Length, tail.Length, tag: null, cancellationToken).ConfigureAwait(false);
            var body = new DownloadBody(response);
            await using var disposal = body.ConfigureAwait(false);
            if (!response.IsSuccessStatusCode && (int)response.StatusCode != 416)
                return (false, await DownloadFailure.ReadAsync(transport, response, cancellationToken).ConfigureAwait(false));
            if (!body.IsPartial || body.IsEncoded || body.Start != length - tail.Length || body.TotalLength != length || body.Tag != tag)
                return (false, null);

            var again = new byte[tail.Length];
            for (var filled = 0; filled < again.Length;)
            {
                var count = await body.ReadAsync(again.AsMemory(filled), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    return (false, new DownloadFailure(body.BrokeOff()));
                filled += count;
            }

            return (again.AsSpan().SequenceEqual(tail), null);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return (false, new DownloadFailure(exception));
        }
    }
}
