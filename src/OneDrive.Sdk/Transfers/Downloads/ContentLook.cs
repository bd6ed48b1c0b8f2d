using System.Runtime.InteropServices;

namespace OneDrive.Sdk.Transfers;

/// <summary>The result of a verification download of the whole content.</summary>
/// <param name="Length">How many bytes.</param>
/// <param name="Hash">Their QuickXorHash.</param>
/// <param name="IsStated">Whether the response stated the length.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentLook(long Length, string Hash, bool IsStated);
