using System.Runtime.CompilerServices;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Changes;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Clients;

internal sealed class ChangesClient(GraphTransport transport, AddressResolver addresses) : IChangesClient
{
    private readonly ChangeReader _reader = new(transport);

    public IAsyncEnumerable<ChangePage> ReadAsync(
        ItemAddress folder,
        DeltaCheckpoint? since = null,
        ReadChangesOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (since is not null && options?.ChangedAfter is not null)
        {
            throw new ArgumentException("A checkpoint and a start time cannot be combined. Use one of them.", nameof(options));
        }

        return ReadPagesAsync(folder, since is { } checkpoint ? ChangeReader.Address(checkpoint) : null, options, cancellationToken);
    }

    public async Task<DeltaCheckpoint> GetLatestCheckpointAsync(
        ItemAddress folder, ReadChangesOptions? options = null, CancellationToken cancellationToken = default)
    {
        if (options?.ChangedAfter is not null)
        {
            throw new ArgumentException("The checkpoint 'latest' cannot be combined with a start time.", nameof(options));
        }

        return await _reader.GetLatestAsync(
            ChangeCalls.GetLatest(await addresses.ResolveAsync(folder, cancellationToken).ConfigureAwait(false), options),
            cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<ChangePage> ReadPagesAsync(
        ItemAddress folder, Uri? since, ReadChangesOptions? options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = ChangeCalls.Read(await addresses.ResolveAsync(folder, cancellationToken).ConfigureAwait(false), options);
        await foreach (var page in _reader.ReadAsync(call, since, cancellationToken).ConfigureAwait(false))
        {
            yield return page;
        }
    }
}
