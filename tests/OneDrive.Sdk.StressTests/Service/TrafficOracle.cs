using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Service;

/// <summary>What must never be seen on the wire.</summary>
internal static class TrafficOracle
{
    /// <summary>Tokens at addresses that need none.</summary>
    internal static IEnumerable<string> FindTokens(OneDriveEmulator emulator) =>
        from entry in emulator.Traffic
        where entry.HasAuthorization && entry.Operation
            is EmulatorOperation.UploadFragment
            or EmulatorOperation.UploadStatus
            or EmulatorOperation.UploadCancel
            or EmulatorOperation.Download
        select $"{entry.Method} {entry.Target} carried a token";
}
