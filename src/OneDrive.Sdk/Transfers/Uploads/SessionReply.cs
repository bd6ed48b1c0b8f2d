using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>A response of an upload session.</summary>
internal sealed record SessionReply(SessionReplyKind Kind)
{
    /// <summary>What this is the response to.</summary>
    internal SessionQuestion Question { get; init; }

    /// <summary>The file, when it is complete.</summary>
    internal DriveItem? Item { get; init; }

    /// <summary>The first bytes that the service misses.</summary>
    internal ByteRange Missing { get; init; }

    /// <summary>What to throw when the upload cannot continue.</summary>
    internal OneDriveException? Error { get; init; }

    internal TimeSpan? RetryAfter { get; init; }

    internal static SessionReply Completed(DriveItem item) => new(SessionReplyKind.Completed) { Item = item };

    internal static SessionReply Misses(ByteRange missing) => new(SessionReplyKind.Misses) { Missing = missing };

    internal static SessionReply Unknown(OneDriveException error) => new(SessionReplyKind.Unknown) { Error = error };

    internal static SessionReply MissesNothing(string operation, long length) => new(SessionReplyKind.MissesNothing)
    {
        Error = new OneDriveConnectionException($"{operation}: the service received all {length} bytes, but did not complete the file."),
    };

    /// <summary>The response that an error stands for.</summary>
    internal static SessionReply Of(OneDriveApiException error) =>
        new(SessionRules.KindOf(error)) { Error = error, RetryAfter = error.RetryAfter };
}
