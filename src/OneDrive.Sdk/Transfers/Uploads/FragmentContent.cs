using System.Net;
using System.Net.Http.Headers;

namespace OneDrive.Sdk.Transfers;

/// <summary>A request body that sends bytes of the upload's window, as often as it is asked to.</summary>
internal sealed class FragmentContent : HttpContent
{
    private static readonly MediaTypeHeaderValue OctetStream = new("application/octet-stream");

    private readonly ContentBlock[] _blocks;
    private readonly int _offset;
    private readonly int _count;
    private readonly int _blockSize;

    /// <summary>Makes a body of the bytes that begin at an offset in the first block and go on through the others.</summary>
    internal FragmentContent(ContentBlock[] blocks, int offset, int count, int blockSize)
    {
        _blocks = blocks;
        _offset = offset;
        _count = count;
        _blockSize = blockSize;
        Headers.ContentType = OctetStream;
        Headers.ContentLength = count;
    }

    /// <summary>The same bytes for another request: a request disposes its body.</summary>
    internal FragmentContent Copy() => new(_blocks, _offset, _count, _blockSize);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var begun = 0;
        try
        {
            foreach (var block in _blocks)
            {
                block.BeginSend();
                begun++;
            }

            var left = _count;
            var offset = _offset;
            foreach (var block in _blocks)
            {
                var count = Math.Min(left, _blockSize - offset);
                await stream.WriteAsync(block.Array.AsMemory(offset, count), cancellationToken).ConfigureAwait(false);
                left -= count;
                offset = 0;
            }
        }
        finally
        {
            foreach (var block in _blocks.AsSpan(0, begun))
                block.EndSend();
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _count;
        return true;
    }
}
