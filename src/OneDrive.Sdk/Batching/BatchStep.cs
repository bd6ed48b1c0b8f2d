using OneDrive.Sdk.Batching;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk;

/// <summary>One call of a <see cref="BatchRequest"/> and its result.</summary>
public abstract class BatchStep
{
    private readonly List<BatchStep> _dependencies = [];

    private protected BatchStep(BatchRequest batch) => Batch = batch;

    /// <summary>Whether the step succeeded.</summary>
    /// <value><see langword="false"/> before the batch is sent.</value>
    public bool IsSuccess { get; private protected set; }

    /// <summary>The failure of the step: the exception that the same call would throw outside a batch.</summary>
    /// <value><see langword="null"/> if the step succeeded, and before the batch is sent.</value>
    public OneDriveException? Error { get; private set; }

    internal BatchRequest Batch { get; }

    internal IReadOnlyList<BatchStep> Dependencies => _dependencies;

    internal bool HasEnded => IsSuccess || Error is not null;

    /// <summary>Whether an earlier attempt may have been carried out.</summary>
    internal bool HadUnknownOutcome { get; set; }

    internal abstract bool IsIdempotent { get; }

    internal abstract string Operation { get; }

    /// <summary>Executes this step only after another step has succeeded. If the other step fails, this step is not executed.</summary>
    /// <param name="other">A step of the same batch.</param>
    /// <returns>The same step.</returns>
    /// <exception cref="ArgumentException">The step belongs to another batch, or depends on this step.</exception>
    public BatchStep After(BatchStep other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Batch != Batch)
        {
            throw new ArgumentException("The step belongs to another batch.", nameof(other));
        }

        if (other.DependsOn(this))
        {
            throw new ArgumentException("The steps depend on each other in a cycle.", nameof(other));
        }

        _dependencies.Add(other);
        return this;
    }

    /// <summary>Throws an exception if the step failed.</summary>
    /// <exception cref="OneDriveException">The step failed; this is <see cref="Error"/>.</exception>
    /// <exception cref="InvalidOperationException">The batch has not been sent.</exception>
    public void EnsureSuccess()
    {
        if (Error is { } error)
        {
            throw error;
        }

        if (!IsSuccess)
        {
            throw new InvalidOperationException("The batch that contains this step has not been sent yet. Call SendAsync first.");
        }
    }

    /// <summary>Completes the step successfully. The client calls it when it sends the batch; tests call it instead of a client.</summary>
    public void Succeed() => (IsSuccess, Error) = (true, null);

    /// <summary>
    /// Completes the step with a failure. The client calls it when it sends the batch; tests call it instead of a client.
    /// </summary>
    /// <param name="error">Why the step failed.</param>
    public void Fail(OneDriveException error)
    {
        ArgumentNullException.ThrowIfNull(error);
        (Error, IsSuccess) = (error, false);
    }

    /// <summary>Resolves values that only the client knows, such as the default drive, and creates the request.</summary>
    internal abstract Task PrepareAsync(
        Func<DriveAddress, CancellationToken, ValueTask<DriveAddress>> resolve, CancellationToken cancellationToken);

    internal abstract BatchEntry ToEntry(string id, IReadOnlyList<string>? dependsOn, ServiceDialect dialect);

    /// <summary>Reads the response; an error is thrown.</summary>
    internal abstract void Complete(BatchAnswer answer, HttpResponseMessage response, BatchReader reader);

    private bool DependsOn(BatchStep step) => this == step || _dependencies.Exists(dependency => dependency.DependsOn(step));
}
