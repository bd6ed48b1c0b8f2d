namespace OneDrive.Sdk;

/// <summary>Many calls in one request.</summary>
public interface IBatchClient
{
    /// <summary>
    /// Sends a batch, 20 steps in a request, and waits until each step has ended. A step that failed is no exception here; it is one where
    /// its result is read. What the service throttles is sent again by itself, as long as the retry options allow.
    /// </summary>
    /// <param name="batch">The steps.</param>
    /// <param name="cancellationToken">Ends the call; steps that were carried out stay so.</param>
    /// <exception cref="InvalidOperationException">The batch was sent already.</exception>
    /// <exception cref="OneDriveException">A request as a whole failed; steps that ended before have their results.</exception>
    Task SendAsync(BatchRequest batch, CancellationToken cancellationToken = default);
}
