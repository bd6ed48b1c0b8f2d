using System.Net;
using System.Net.Http.Headers;

namespace OneDrive.Sdk.Transfers;

/// <summary>A request body that sends bytes of the upload's buffer, as often as it is asked to.</summary>
internal sealed class FragmentContent : HttpContent
{
    private static readonly MediaTypeHeaderValue OctetStream = new("application/octet-stream");

    private readonly FragmentBuffer.Rental _rental;
    private readonly int _offset;
    private readonly int _count;

    internal FragmentContent(FragmentBuffer.Rental rental, int offset, int count)
    {
        _rental = rental;
        _offset = offset;
        _count = count;
        Headers.ContentType = OctetStream;
        Headers.ContentLength = count;
    }

    /// <summary>The same bytes for another request: a request disposes its body.</summary>
    internal FragmentContent Copy() => new(_rental, _offset, _count);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        _rental.BeginSend();
        try
        {
            await stream.WriteAsync(_rental.Array.AsMemory(_offset, _count), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _rental.EndSend();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _count;
        return true;
    }
}
