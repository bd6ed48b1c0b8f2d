using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Transfers;

/// <summary>Sends the fragments of an upload while they are read. The fragment size adapts to earlier fragments.</summary>
internal sealed class FragmentSender(GraphTransport transport, UploadSessionClient client, UploadJob job)
{
    private readonly FragmentPlan _plan = new(job.Length, transport.Transfers.FragmentSize);

    /// <inheritdoc cref="FragmentPlan.Next"/>
    internal ByteRange Next(ByteRange missing) => _plan.Next(missing);

    /// <summary>Sends one fragment. Exceptions of the source take precedence over the failure of the request.</summary>
    internal async Task<SessionReply> SendAsync(Uri uploadUrl, ByteRange fragment, CancellationToken cancellationToken)
    {
        var next = _plan.Next(new ByteRange(fragment.End, job.Length));
        var feed = await job.Source.BeginAsync(fragment, next, cancellationToken).ConfigureAwait(false);
        var began = transport.TimeProvider.GetTimestamp();
        try
        {
            var reply = await client.PutAsync(uploadUrl, feed, job.Length, cancellationToken).ConfigureAwait(false);
            feed.ThrowIfFailed();
            _plan.Learn(fragment, reply, transport.TimeProvider.GetElapsedTime(began) - feed.Waited);
            return reply;
        }
        catch when (feed.HasFailed && !cancellationToken.IsCancellationRequested)
        {
            feed.ThrowIfFailed();
            throw;
        }
        finally
        {
            feed.Close();
        }
    }
}
