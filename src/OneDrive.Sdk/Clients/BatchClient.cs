using OneDrive.Sdk.Batching;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Clients;

internal sealed class BatchClient(GraphTransport transport, AddressResolver addresses) : IBatchClient
{
    private readonly BatchEngine _engine = new(transport);

    public Task SendAsync(BatchRequest batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        batch.MarkSent();
        return _engine.SendAsync(batch, addresses.ResolveAsync, cancellationToken);
    }
}
