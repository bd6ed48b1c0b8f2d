using OneDrive.Sdk.Batching;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk;

/// <summary>One call of a <see cref="BatchRequest"/>, and how it ended.</summary>
public abstract class BatchStep
{
    private readonly List<BatchStep> _dependencies = [];

    private protected BatchStep(BatchRequest batch) => Batch = batch;

    /// <summary>Whether the step succeeded.</summary>
    /// <value>False before the batch is sent.</value>
    public bool IsSuccess { get; private protected set; }

    /// <summary>Why the step failed: the exception that the same call would throw when it is made alone.</summary>
    /// <value>Null when it succeeded, and before the batch is sent.</value>
    public OneDriveException? Error { get; private set; }

    internal BatchRequest Batch { get; }

    internal IReadOnlyList<BatchStep> Dependencies => _dependencies;

    internal bool HasEnded => IsSuccess || Error is not null;

    /// <summary>Whether an earlier attempt may have been carried out.</summary>
    internal bool HadUnknownOutcome { get; set; }

    internal abstract bool IsIdempotent { get; }

    internal abstract string Operation { get; }

    /// <summary>Lets this step wait until another one has succeeded; when that fails, this one is not carried out.</summary>
    /// <param name="other">A step of the same batch.</param>
    /// <returns>The same step.</returns>
    /// <exception cref="ArgumentException">The step belongs to another batch, or waits for this one.</exception>
    public BatchStep After(BatchStep other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Batch != Batch)
        {
            throw new ArgumentException("The step is one of another batch.", nameof(other));
        }

        if (other.DependsOn(this))
        {
            throw new ArgumentException("The steps would wait for each other.", nameof(other));
        }

        _dependencies.Add(other);
        return this;
    }

    /// <summary>Throws when the step failed.</summary>
    /// <exception cref="OneDriveException">The step failed; this is <see cref="Error"/>.</exception>
    /// <exception cref="InvalidOperationException">The batch was not sent yet.</exception>
    public void EnsureSuccess()
    {
        if (Error is { } error)
        {
            throw error;
        }

        if (!IsSuccess)
        {
            throw new InvalidOperationException("The batch that holds this step was not sent yet.");
        }
    }

    /// <summary>
    /// Ends the step with success. A client does this when it sends the batch; call it where a test stands in for the client.
    /// </summary>
    public void Succeed() => (IsSuccess, Error) = (true, null);

    /// <summary>
    /// Ends the step with a failure. A client does this when it sends the batch; call it where a test stands in for the client.
    /// </summary>
    /// <param name="error">Why the step failed.</param>
    public void Fail(OneDriveException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        (Error, IsSuccess) = (error, false);
    }

    /// <summary>Replaces what only the client knows, such as the default drive, and makes the request.</summary>
    internal abstract Task PrepareAsync(
        Func<DriveAddress, CancellationToken, ValueTask<DriveAddress>> resolve, CancellationToken cancellationToken);

    internal abstract BatchEntry ToEntry(string id, IReadOnlyList<string>? dependsOn, ServiceDialect dialect);

    /// <summary>Takes the answer; an error is thrown.</summary>
    internal abstract void Complete(BatchAnswer answer, HttpResponseMessage response, BatchReader reader);

    private bool DependsOn(BatchStep step) => this == step || _dependencies.Exists(dependency => dependency.DependsOn(step));
}
