using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Kill;

/// <summary>When a process is killed: some time after it has made so many requests, or fetched so many bytes.</summary>
/// <param name="Measure">What is waited for.</param>
/// <param name="Threshold">How much of it.</param>
/// <param name="Delay">How long after that.</param>
internal sealed record KillMoment(Func<OneDriveEmulator, long> Measure, long Threshold, TimeSpan Delay)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(1);

    /// <summary>Kills the process at the moment, unless it ends before.</summary>
    /// <returns>Whether the process did its work.</returns>
    internal async Task<bool> StrikeAsync(ChildProcess process, OneDriveEmulator emulator, CancellationToken cancellationToken)
    {
        while (!process.HasEnded && Measure(emulator) < Threshold)
            await Task.Delay(Look, TimeProvider.System, cancellationToken);
        if (!process.HasEnded && Delay > TimeSpan.Zero)
            await Task.Delay(Delay, TimeProvider.System, cancellationToken);
        process.Kill();
        return await process.EndAsync(cancellationToken);
    }
}
