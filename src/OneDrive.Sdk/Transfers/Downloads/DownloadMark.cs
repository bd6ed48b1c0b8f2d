using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// How far a download was, with the QuickXorHash of everything up to there, or <see cref="Flushed"/> if the content is not hashed.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DownloadMark(long Position, string Hash)
{
    /// <summary>Stands for the hash of content that was flushed to the disk before the mark was written.</summary>
    internal const string Flushed = "flushed";
}
