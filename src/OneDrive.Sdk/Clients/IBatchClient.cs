namespace OneDrive.Sdk;

/// <summary>Sends many calls in one request.</summary>
public interface IBatchClient
{
    /// <summary>
    /// Sends a batch, 20 steps in a request, and waits until each step has completed. A failed step does not throw here; its result throws
    /// when it is read. Throttled steps are sent again automatically, within the limits of the retry options.
    /// </summary>
    /// <param name="batch">The steps.</param>
    /// <param name="cancellationToken">Cancels the call; steps that were already executed are not undone.</param>
    /// <exception cref="InvalidOperationException">The batch was already sent.</exception>
    /// <exception cref="OneDriveException">A complete request failed; steps that completed before have their results.</exception>
    /// <example>
    /// <code>
    /// var batch = new BatchRequest();
    /// var renamed = batch.Update(DriveAddress.Me.Path("/draft.txt"), new ItemChanges { Name = "final.txt" });
    /// var deleted = batch.Delete(DriveAddress.Me.Path("/old.txt")).After(renamed);
    ///
    /// await client.Batch.SendAsync(batch);
    ///
    /// Console.WriteLine(renamed.Result.Name);
    /// deleted.EnsureSuccess();
    /// </code>
    /// </example>
    Task SendAsync(BatchRequest batch, CancellationToken cancellationToken = default);
}
