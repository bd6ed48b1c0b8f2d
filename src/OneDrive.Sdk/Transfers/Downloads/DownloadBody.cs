using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>An answer with bytes of the file: from where, how many in all, of which version, and the reading of them.</summary>
internal sealed class DownloadBody(HttpResponseMessage response) : IAsyncDisposable
{
    private Stream? _stream;
    private long _received;

    /// <summary>The first byte in the answer: a server may ignore the range and send everything. Negative when it is unclear.</summary>
    internal long Start => IsPartial ? response.Content.Headers.ContentRange?.From ?? -1 : 0;

    /// <summary>The byte that comes next.</summary>
    internal long Position => Start + _received;

    /// <summary>The length of the whole file; null when the answer does not tell.</summary>
    internal long? TotalLength => IsPartial ? response.Content.Headers.ContentRange?.Length : response.Content.Headers.ContentLength;

    /// <summary>The tag of the bytes, as received.</summary>
    internal string? Tag => response.Headers.NonValidated.TryGetValues("ETag", out var values) ? values.ToString() : null;

    internal bool IsPartial => response.StatusCode is HttpStatusCode.PartialContent;

    /// <summary>Reads what comes next; 0 at the end of the answer.</summary>
    /// <exception cref="OneDriveConnectionException">The connection broke.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    internal async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            _stream ??= await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            var count = await _stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
            _received += count;
            return count;
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception, cancellationToken))
        {
            throw BrokeOff(ConnectionFailure.Reason(exception), exception);
        }
    }

    /// <summary>Passes over what is here already, when a server sends more than was asked for.</summary>
    /// <returns>False when the answer ends before.</returns>
    internal async ValueTask<bool> SkipToAsync(long position, Memory<byte> scratch, CancellationToken cancellationToken)
    {
        while (Position < position)
        {
            var room = scratch[..(int)Math.Min(scratch.Length, position - Position)];
            if (await ReadAsync(room, cancellationToken).ConfigureAwait(false) == 0)
                return false;
        }

        return true;
    }

    /// <summary>The answer ended, or broke, before its end.</summary>
    internal OneDriveConnectionException BrokeOff(string reason = "it is shorter than announced", Exception? exception = null) => new(
        $"Content.DownloadBytes: the answer broke off after {Position} of "
        + $"{TotalLength?.ToString(CultureInfo.InvariantCulture) ?? "an unknown number of"} bytes ({reason}).",
        exception);

    public async ValueTask DisposeAsync()
    {
        if (_stream is not null)
            await _stream.DisposeAsync().ConfigureAwait(false);
        response.Dispose();
    }
}
