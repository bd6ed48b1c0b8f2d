using Microsoft.AspNetCore.Http;
using OneDrive.Sdk.Emulator.Recording;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>Sends a response, and lets a fault spoil it on the way.</summary>
internal sealed class AnswerWriter(TimeProvider time, LineShaper shaper)
{
    private const int BufferSize = 64 * 1024;

    /// <summary>
    /// Sends the response. False when a fault wants the rest never to arrive: the caller then drops or holds the connection.
    /// </summary>
    public async Task<bool> WriteAsync(
        Exchange exchange,
        Answer answer,
        Fault? fault,
        TrafficRecord? record,
        CancellationToken cancellationToken)
    {
        var response = exchange.Http.Response;
        var length = answer.Content?.Length ?? answer.Body?.LongLength ?? 0;
        var isHead = exchange.Request.Method == "HEAD";
        var spoils = fault is { Place: FaultPlace.ResponseBody, Kind: FaultKind.CorruptBody };
        if (spoils && fault!.Corruption == FaultCorruption.Truncate)
        {
            length = Math.Min(length, fault.Bytes);
        }

        SetHeaders(exchange, response, answer, length);
        record?.SetAnswer(answer.Status, response.Headers);
        if (isHead)
        {
            await response.StartAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }

        var cutsAt = fault is { Place: FaultPlace.ResponseBody, Kind: FaultKind.DropConnection or FaultKind.Stall }
            ? Math.Min(fault.Bytes, length)
            : (long?)null;
        var flipAt = spoils && fault!.Corruption == FaultCorruption.FlipByte && length > 0
            ? Math.Min(fault.Bytes, length - 1)
            : (long?)null;
        await SendAsync(response, answer, cutsAt ?? length, flipAt, record, cancellationToken).ConfigureAwait(false);
        if (cutsAt is null)
        {
            return true;
        }

        await response.Body.FlushAsync(cancellationToken).ConfigureAwait(false);
        return false;
    }

    private void SetHeaders(Exchange exchange, HttpResponse response, Answer answer, long length)
    {
        response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.Date = time.GetUtcNow().ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        response.Headers["request-id"] = exchange.RequestId;
        response.Headers["client-request-id"] = exchange.ClientRequestId;
        if (answer.Status is not (204 or 304))
        {
            response.ContentLength = length;
        }
    }

    private async Task SendAsync(
        HttpResponse response,
        Answer answer,
        long length,
        long? flipAt,
        TrafficRecord? record,
        CancellationToken cancellationToken)
    {
        var source = answer.Content?.Source ?? new MemoryStream(answer.Body ?? []);
        source.Position = answer.Content?.Offset ?? 0;
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var sent = 0L;
            while (sent < length)
            {
                var room = buffer.AsMemory(0, (int)Math.Min(BufferSize, length - sent));
                var read = await source.ReadAsync(room, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    return;
                }

                if (flipAt is { } position && position >= sent && position < sent + read)
                {
                    buffer[position - sent] ^= 0xFF;
                }

                record?.AddSent(buffer.AsSpan(0, read));
                await response.Body.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                await shaper.PassAsync(read, cancellationToken).ConfigureAwait(false);
                sent += read;
            }
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
