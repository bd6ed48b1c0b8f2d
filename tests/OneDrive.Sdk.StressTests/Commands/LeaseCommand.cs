using System.CommandLine;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>
/// Takes the right to work on an upload in a shared folder, for a script that starts this program in several process namespaces: prints
/// whether it got it, and with <c>--hold</c> keeps it until its input ends or it is killed.
/// </summary>
internal static class LeaseCommand
{
    private const string Key = "lease";

    internal static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "The folder of the upload sessions." };
        var hold = new Option<bool>("--hold") { Description = "Keep the right until the input ends." };
        var command = new Command("lease", "Takes the right to work on an upload: 'taken' or 'refused'.") { folder, hold };
        command.SetAction((result, cancellationToken) => RunAsync(
            result.GetRequiredValue(folder), result.GetValue(hold), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool hold, CancellationToken cancellationToken)
    {
        var store = new FileUploadSessionStore(folder);
        var owner = $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.NewGuid():N}";
        var isTaken = await store.TryAcquireAsync(Key, owner, TimeSpan.FromMinutes(10), cancellationToken);
        Console.WriteLine(isTaken ? "taken" : "refused");
        if (isTaken && hold)
            await Console.In.ReadToEndAsync(cancellationToken);
        if (isTaken)
            await store.TryAcquireAsync(Key, owner, TimeSpan.Zero, CancellationToken.None);
        return 0;
    }
}
