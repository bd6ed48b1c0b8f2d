using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Work;

/// <summary>What a failure means for the file, and for its batch.</summary>
/// <param name="Name">The kind, as <c>fleet status</c> counts it.</param>
/// <param name="IsTransient">Whether a later attempt may succeed.</param>
/// <param name="AffectsAll">Whether it would meet every other file as well, so that the batch pauses.</param>
internal sealed record FailureCause(string Name, bool IsTransient, bool AffectsAll = false)
{
    internal static FailureCause Of(Exception failure) => failure switch
    {
        OneDriveAuthenticationException => new("sign-in", IsTransient: true, AffectsAll: true),
        QuotaExceededException => new("drive is full", IsTransient: true, AffectsAll: true),
        ThrottledException => new("throttled", IsTransient: true, AffectsAll: true),
        _ when FleetDatabase.IsTransient(failure) => new("database", IsTransient: true, AffectsAll: true),
        InvalidItemNameException => new("name", IsTransient: false),
        ItemConflictException or PreconditionFailedException => new("conflict", IsTransient: false),
        ContentVerificationException => new("content differs", IsTransient: true),
        MalwareDetectedException => new("malware", IsTransient: false),
        ResourceLockedException => new("locked", IsTransient: true),
        OneDriveConnectionException => new("connection", IsTransient: true),
        OneDriveException { IsTransient: true } => new("service", IsTransient: true),
        OneDriveException => new("refused", IsTransient: false),
        FileNotFoundException or DirectoryNotFoundException => new("source is gone", IsTransient: false),
        UnauthorizedAccessException => new("unreadable", IsTransient: false),
        IOException => new("unreadable", IsTransient: true),
        _ => new("unexpected", IsTransient: false),
    };
}
