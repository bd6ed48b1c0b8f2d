using OneDrive.Sdk;
using OneDrive.Sdk.Emulator;

namespace ResilienceDemo;

/// <summary>What goes wrong at the emulator while the sample runs.</summary>
internal static class BadDay
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Declares the faults, and tells whether the service falls silent in the middle of a fragment of the largest file: there the process
    /// is killed.
    /// </summary>
    internal static bool Declare(OneDriveEmulator emulator, long largest)
    {
        var fragments = Transfer.Fragments(largest);
        emulator.Faults
            .Add(Fault.Status(503, retryAfter: Second).On(EmulatorOperation.Token).Times(1))
            .Add(Fault.Throttle(Second).On(EmulatorOperation.CreateUploadSession).Times(1))
            .Add(Fault.Throttle(TimeSpan.FromSeconds(0.5), RetryAfterForm.DecimalSeconds).On(EmulatorOperation.GetContent).Times(1))
            .Add(Fault.DropConnectionAfterResponseBytes(Math.Max(1, largest / 3)).On(EmulatorOperation.Download).Times(1));
        if (fragments < Transfer.FragmentsWorthKilling)
        {
            return false;
        }

        // Every second fragment request meets a fault, the last of them silence. A fragment that was taken counts, even if the answer was
        // lost. After failures the fragments are shorter, and the silence comes earlier in the file.
        var requests = 1;
        var acknowledged = 1;
        foreach (var fault in FragmentFaults)
        {
            var taken = fault.Kind is FaultKind.LoseAcknowledgement ? 2 : 1;
            if (acknowledged + taken >= fragments)
            {
                break;
            }

            emulator.Faults.Add(fault.On(EmulatorOperation.UploadFragment).After(requests).Times(1));
            requests += 2;
            acknowledged += taken;
        }

        requests += (int)Math.Max(0, (fragments / 2) - acknowledged);
        emulator.Faults.Add(
            Fault.StallAfterRequestBytes(OneDriveTransferOptions.FragmentAlignment / 2)
                .On(EmulatorOperation.UploadFragment)
                .After(requests)
                .Times(1));
        emulator.Faults.Add(Fault.Status(423, retryAfter: Second).On(EmulatorOperation.UploadFragment).After(requests + 1).Times(1));
        return true;
    }

    private static Fault[] FragmentFaults =>
    [
        Fault.Throttle(Second),
        Fault.DropConnectionAfterRequestBytes(Transfer.FragmentSize / 3),
        Fault.LoseAcknowledgement(),
        Fault.Status(503, retryAfter: Second),
    ];
}
