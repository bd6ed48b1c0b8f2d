namespace OneDrive.Sdk;

/// <summary>What happened in a drive or folder since the caller last looked.</summary>
public interface IChangesClient
{
    /// <summary>
    /// Reads changes page by page until there are no more. Without a checkpoint everything that is there is listed first, which is how a
    /// copy of a drive begins.
    /// </summary>
    /// <param name="folder">The root folder of a drive, or a folder in it; some drives give changes of their root only.</param>
    /// <param name="since">The checkpoint of the last page that was dealt with; null to start at the beginning.</param>
    /// <param name="options">What is told of each change. Give the same with each checkpoint of one series.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The pages in order; the last one says so.</returns>
    /// <exception cref="ArgumentException">
    /// The checkpoint is not one that a page gave, or a start time was given together with one.
    /// </exception>
    /// <exception cref="ResyncRequiredException">
    /// The service forgot the checkpoint; the exception says where to start again and how to settle the differences.
    /// </exception>
    IAsyncEnumerable<ChangePage> ReadAsync(
        ItemAddress folder,
        DeltaCheckpoint? since = null,
        ReadChangesOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the checkpoint of this moment, without reading what is there: changes from now on.</summary>
    /// <param name="folder">The root folder of a drive, or a folder in it.</param>
    /// <param name="options">What will be told of each change.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The options name a start time.</exception>
    Task<DeltaCheckpoint> GetLatestCheckpointAsync(
        ItemAddress folder, ReadChangesOptions? options = null, CancellationToken cancellationToken = default);
}
