using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Transfers;

/// <summary>How far a download was, with the QuickXorHash of everything up to there.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct DownloadMark(long Position, string Hash);
