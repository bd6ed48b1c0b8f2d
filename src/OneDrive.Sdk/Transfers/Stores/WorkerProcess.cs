using System.Diagnostics;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// Tells whether the process that took a lease can still be at work, so that a killed one does not keep its upload from being resumed.
/// </summary>
internal static class WorkerProcess
{
    // Two processes read the start of a third with a resolution of some 10 ms; a number that is used again starts much later.
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(2);

    internal static int Id => Environment.ProcessId;

    internal static DateTimeOffset Started
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return StartOf(process);
        }
    }

    internal static bool IsGone(StoredLease lease)
    {
        if (!string.Equals(lease.Machine, Environment.MachineName, StringComparison.OrdinalIgnoreCase))
            return false;

        try
        {
            using var process = Process.GetProcessById(lease.ProcessId);
            return (StartOf(process) - lease.ProcessStarted).Duration() > StartTolerance;
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            return true;
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or NotSupportedException)
        {
            // It runs, but may not be looked at.
            return false;
        }
    }

    private static DateTimeOffset StartOf(Process process) => new(process.StartTime.ToUniversalTime(), TimeSpan.Zero);
}
