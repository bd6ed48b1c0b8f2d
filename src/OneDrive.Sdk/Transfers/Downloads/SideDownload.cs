using System.Buffers;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Downloads content that belongs to an item but is not its current content (an earlier version, a thumbnail). After an interruption it
/// resumes if the tag is unchanged.
/// </summary>
internal sealed class SideDownload(
    GraphTransport transport,
    Func<ItemAddress, GraphCall<NoContent>> content,
    Func<ItemAddress, GraphCall<DriveItemVersion>>? describe = null)
{
    /// <summary>A picture that the service makes is shorter by far; this only bounds a response without a stated length.</summary>
    private const long LongestPicture = 64 * 1024 * 1024;

    /// <summary>A file that is not a web page.</summary>
    private static readonly DriveItem Picture = new() { Name = "picture.jpg" };

    private static readonly DriveItem Page = new() { Name = "page.html" };

    private const int BufferSize = 64 * 1024;

    private readonly DownloadClient _client = new(transport, content: content);
    private readonly TransferPatience _patience = new(transport.Rules, transport.TimeProvider);
    private string? _tag;
    private long _position;
    private long? _length;
    private long? _size;
    private bool? _mayBePage;

    internal async Task<long> RunAsync(
        ItemAddress source, Stream destination, IProgress<TransferProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!destination.CanWrite)
            throw new ArgumentException("The stream is not writable.", nameof(destination));

        var meter = new ProgressMeter(progress, transport.TimeProvider);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            while (await AttemptAsync(source, destination, meter, buffer, cancellationToken).ConfigureAwait(false) is { } failure)
            {
                if (failure.IsFree)
                    await LearnAsync(source, cancellationToken).ConfigureAwait(false);
                else
                    await _patience.WaitAsync(
                        failure.Error, failure.RetryAfter, failure.IsHarmless, cancellationToken).ConfigureAwait(false);
            }

            await destination.FlushAsync(cancellationToken).ConfigureAwait(false);
            meter.Report(_position, _position);
            return _position;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Makes one attempt; null when everything is there.</summary>
    private async Task<DownloadFailure?> AttemptAsync(
        ItemAddress source, Stream destination, ProgressMeter meter, byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            var response = await _client.OpenAsync(source, _position, _tag, cancellationToken).ConfigureAwait(false);
            var body = new DownloadBody(response);
            await using var disposal = body.ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                return await DownloadFailure.ReadAsync(transport, response, cancellationToken).ConfigureAwait(false);
            if (RefusedContent.ReasonOf(body, _mayBePage is true ? Page : Picture) is { } reason)
                return new DownloadFailure(RefusedContent.Error(reason), IsHarmless: true) { IsFree = MayLearn };
            if (body.TotalLength is null && _length is null && MayLearn)
                return DownloadFailure.Unclear("the response does not contain a length") with { IsFree = true };
            if (_position > 0 && (_tag is null || _tag != body.Tag))
                throw new ContentVerificationException(
                    $"The content changed during the download: {_position} bytes of the earlier content were written to the destination.");
            if (body.Start < 0 || body.Start > _position)
                return DownloadFailure.Unclear("the response does not start at the requested byte");

            _tag = body.Tag;
            _length = body.TotalLength ?? _length;
            if (!await body.SkipToAsync(_position, buffer, cancellationToken).ConfigureAwait(false))
                return new DownloadFailure(body.BrokeOff());

            var longest = _length ?? _size ?? (describe is null ? LongestPicture : long.MaxValue);
            int count;
            while ((count = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                if (count > longest - _position)
                    throw new ContentVerificationException($"The response is longer than {longest} bytes and does not contain a length.");
                await destination.WriteAsync(buffer.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
                _position += count;
                _patience.Renew();
                meter.Report(_position, _length);
            }

            return (_length ?? _size) is { } total && _position < total ? new DownloadFailure(body.BrokeOff()) : null;
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return new DownloadFailure(exception);
        }
    }

    private bool MayLearn => describe is not null && _mayBePage is null;

    /// <summary>Asks for what a response leaves open: whether the file may be a web page itself, and how long the version is.</summary>
    private async Task LearnAsync(ItemAddress source, CancellationToken cancellationToken)
    {
        _mayBePage = WebPage.MayBe(await _client.GetItemAsync(source, cancellationToken).ConfigureAwait(false));
        _size = (await transport.SendAsync(describe!(source), cancellationToken).ConfigureAwait(false)).Size;
    }
}
