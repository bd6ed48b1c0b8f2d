using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>An answer of an upload session.</summary>
internal sealed record SessionReply(SessionReplyKind Kind)
{
    /// <summary>The file, when it is complete.</summary>
    internal DriveItem? Item { get; init; }

    /// <summary>The first bytes that the service misses.</summary>
    internal ByteRange Missing { get; init; }

    /// <summary>What to throw when the upload cannot go on.</summary>
    internal OneDriveException? Error { get; init; }

    internal TimeSpan? RetryAfter { get; init; }

    internal static SessionReply Completed(DriveItem item) => new(SessionReplyKind.Completed) { Item = item };

    internal static SessionReply Misses(ByteRange missing) => new(SessionReplyKind.Misses) { Missing = missing };

    internal static SessionReply Unknown(OneDriveException error) => new(SessionReplyKind.Unknown) { Error = error };
}
