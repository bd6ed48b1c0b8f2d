using System.Net;
using System.Text.Json;
using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Batching;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk;

/// <summary>A call of a <see cref="BatchRequest"/> with a result.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public sealed class BatchResult<T> : BatchStep
{
    private readonly DriveAddress? _drive;
    private readonly Func<DriveAddress?, BatchCall<T>> _create;
    private BatchCall<T>? _call;
    private T? _result;

    internal BatchResult(BatchRequest batch, DriveAddress? drive, Func<DriveAddress?, BatchCall<T>> create)
        : base(batch)
    {
        (_drive, _create) = (drive, create);

        // What is wrong with the arguments shows here and not when the batch is sent, where the address can be used as it is.
        if (drive is not { Kind: DriveAddressKind.Default or DriveAddressKind.GroupEmail })
        {
            _call = create(drive);
        }
    }

    /// <summary>The result of the call.</summary>
    /// <exception cref="OneDriveException">The step failed; the exception is <see cref="BatchStep.Error"/>.</exception>
    /// <exception cref="InvalidOperationException">The batch has not been sent.</exception>
    public T Result
    {
        get
        {
            EnsureSuccess();
            return _result!;
        }
    }

    /// <summary>Completes the step with a result. The client calls it when it sends the batch; tests call it instead of a client.</summary>
    /// <param name="result">The result of the call.</param>
    public void Succeed(T result)
    {
        _result = result;
        Succeed();
    }

    internal override bool IsIdempotent => _call!.IsIdempotent;

    internal override string Operation => _call?.Operation ?? "Batch.Send";

    /// <summary>Executes this step only after another step has succeeded. If the other step fails, this step is not executed.</summary>
    /// <param name="other">A step of the same batch.</param>
    /// <returns>The same step.</returns>
    /// <exception cref="ArgumentException">The step belongs to another batch, or depends on this step.</exception>
    public new BatchResult<T> After(BatchStep other)
    {
        base.After(other);
        return this;
    }

    internal override async Task PrepareAsync(
        Func<DriveAddress, CancellationToken, ValueTask<DriveAddress>> resolve, CancellationToken cancellationToken) =>
        _call = _create(_drive is null ? null : await resolve(_drive, cancellationToken).ConfigureAwait(false));

    internal override BatchEntry ToEntry(string id, IReadOnlyList<string>? dependsOn, ServiceDialect dialect) =>
        _call!.ToEntry(id, dependsOn, dialect);

    internal override void Complete(BatchAnswer answer, HttpResponseMessage response, BatchReader reader)
    {
        var isDone = response.StatusCode is HttpStatusCode.NotFound && HadUnknownOutcome && _call!.IsDoneWhenAbsentAfterDoubt;
        if (!response.IsSuccessStatusCode && !isDone)
        {
            throw reader.ReadError(_call!.Method, _call.Path, answer, response);
        }

        if (!isDone && _call!.Method != HttpMethod.Get && _call.Reads && EmptyAnswer.IsEmpty(answer.Body.Span, mayBeEmptyObject: false))
        {
            throw EmptyAnswer.Of(response, Operation);
        }

        try
        {
            _result = isDone ? default : _call!.Read(answer.Body.Span);
        }
        catch (UnexpectedAnswerException exception) when (exception.IsError)
        {
            throw reader.ReadError(_call!.Method, _call.Path, answer, response);
        }
        catch (JsonException exception)
        {
            throw new OneDriveConnectionException(
                $"{Operation}: the response with status {(int)response.StatusCode} in the batch cannot be used. {exception.Message}",
                exception)
            { IsTransient = false };
        }

        IsSuccess = true;
    }
}
