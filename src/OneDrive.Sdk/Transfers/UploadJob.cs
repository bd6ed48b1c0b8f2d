using System.Globalization;

namespace OneDrive.Sdk.Transfers;

/// <summary>One upload: what goes where, and how.</summary>
internal sealed record UploadJob(
    ItemAddress Destination, UploadSource Source, UploadOptions Options, string? Fingerprint, TimeProvider TimeProvider)
{
    internal ProgressMeter Progress { get; } = new(Options.Progress, TimeProvider);

    internal long Length => Source.Length;

    /// <summary>What to look for when the last answer is lost.</summary>
    internal SoughtUpload Sought => new(
        Destination,
        Options.Conflict,
        Length,
        async cancellationToken => await Source.GetHashAsync(cancellationToken).ConfigureAwait(false));

    /// <summary>Reports acknowledged bytes.</summary>
    internal void Acknowledge(long bytes) => Progress.Report(bytes, Length);

    /// <summary>What tells the content from other content: the caller's word for it, or of a file its length and last write time.</summary>
    internal static string? FingerprintOf(Stream content, UploadOptions options) => options.SourceFingerprint
        ?? (options.ResumeKey is not null && content is FileStream { CanSeek: true } file
            ? string.Create(CultureInfo.InvariantCulture, $"file {file.Length} {File.GetLastWriteTimeUtc(file.SafeFileHandle).Ticks}")
            : null);
}
