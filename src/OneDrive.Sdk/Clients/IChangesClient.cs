namespace OneDrive.Sdk;

/// <summary>Reads the changes in a drive or folder since the last checkpoint.</summary>
public interface IChangesClient
{
    /// <summary>
    /// Reads changes page by page. Without a checkpoint all existing items are listed first, as the start of a local copy.
    /// </summary>
    /// <param name="folder">The root folder of a drive, or a folder in it. Some drives support changes of the root folder only.</param>
    /// <param name="since">The checkpoint of the last processed page; null to start from the beginning.</param>
    /// <param name="options">The content of each change. Use the same options with each checkpoint of a series.</param>
    /// <param name="cancellationToken">Ends the enumeration.</param>
    /// <returns>The pages in order; <see cref="ChangePage.IsLast"/> marks the last one.</returns>
    /// <exception cref="ArgumentException">The checkpoint was not returned by a page, or it was combined with a start time.</exception>
    /// <exception cref="ResyncRequiredException">
    /// The service no longer accepts the checkpoint; the exception contains a new starting point and how to reconcile the differences.
    /// </exception>
    /// <example>
    /// <code>
    /// var since = stored is null ? (DeltaCheckpoint?)null : new DeltaCheckpoint(stored);
    /// await foreach (var page in client.Changes.ReadAsync(DriveAddress.Me.Root, since))
    /// {
    ///     foreach (var item in page.Items)
    ///     {
    ///         if (item.Deleted is null)
    ///             copy[item.Id!] = item;
    ///         else
    ///             copy.Remove(item.Id!);
    ///     }
    ///
    ///     stored = page.Checkpoint.Value;
    /// }
    /// </code>
    /// </example>
    IAsyncEnumerable<ChangePage> ReadAsync(
        ItemAddress folder,
        DeltaCheckpoint? since = null,
        ReadChangesOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Gets the current checkpoint without reading the existing items: only later changes are returned.</summary>
    /// <param name="folder">The root folder of a drive, or a folder in it.</param>
    /// <param name="options">The content of each change.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The options name a start time.</exception>
    Task<DeltaCheckpoint> GetLatestCheckpointAsync(
        ItemAddress folder, ReadChangesOptions? options = null, CancellationToken cancellationToken = default);
}
