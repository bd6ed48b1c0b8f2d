using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The version whose ranges are fetched side by side. The first answer tells its tag; no byte of a response with another one is taken.
/// </summary>
internal sealed class RangedVersion(DriveItem item, FileSink sink)
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The tag that every answer must have; null until the first one came.</summary>
    internal string? Tag { get; private set; } = sink.Version?.BytesTag;

    /// <summary>Done when the first answer came, with ranges of the version.</summary>
    internal Task Known => _known.Task;

    /// <summary>Whether the answer is a range of the version, as the first one was. One answer comes alone, all others after it.</summary>
    internal async ValueTask<bool> RecogniseAsync(DownloadBody body, CancellationToken cancellationToken)
    {
        if (!body.IsPartial || body.Tag is not { } tag || body.TotalLength != item.Size || tag != (Tag ?? tag))
            return false;
        if (_known.Task.IsCompleted)
            return true;

        Tag = tag;
        await sink.RecogniseAsync(DownloadVersion.Of(item, tag, body.TotalLength), cancellationToken).ConfigureAwait(false);
        _known.TrySetResult();
        return true;
    }
}
