using System.CommandLine;
using OneDrive.Sdk.StressTests.SignIn;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>Kills processes that save a sign-in, and lets processes that share one refresh it at once.</summary>
internal static class SignInCommand
{
    internal static Command Create()
    {
        var kills = new Option<int>("--kills")
        {
            Description = "How many processes are killed while they save.",
            DefaultValueFactory = _ => 200,
        };
        var processes = new Option<int>("--processes")
        {
            Description = "How many processes refresh one sign-in at once.",
            DefaultValueFactory = _ => 2,
        };
        var refreshes = new Option<int>("--refreshes")
        {
            Description = "How often each of them does.",
            DefaultValueFactory = _ => 50,
        };
        var command = new Command("sign-in", "A sign-in survives killed processes and is shared by several.")
        {
            kills, processes, refreshes,
        };
        command.SetAction(async (result, cancellationToken) =>
        {
            var isRight = await KilledWriters.RunAsync(result.GetValue(kills), cancellationToken);
            isRight &= await SharedSignIn.RunAsync(result.GetValue(processes), result.GetValue(refreshes), cancellationToken);
            return isRight ? 0 : 1;
        });
        return command;
    }

    /// <summary>The process that is killed.</summary>
    internal static Command CreateWriter()
    {
        var directory = new Argument<string>("directory");
        var command = new Command("token-writer", "Saves until it is killed.") { directory };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) => TokenWriter.RunAsync(result.GetRequiredValue(directory), cancellationToken));
        return command;
    }

    /// <summary>One of the processes that share a sign-in.</summary>
    internal static Command CreateRefresher()
    {
        var emulator = new Argument<string>("emulator");
        var directory = new Argument<string>("directory");
        var refreshes = new Argument<int>("refreshes");
        var command = new Command("refresher", "Refreshes again and again.") { emulator, directory, refreshes };
        command.Hidden = true;
        command.SetAction((result, cancellationToken) => SharedSignIn.RefreshAsync(
            new Uri(result.GetRequiredValue(emulator)),
            result.GetRequiredValue(directory),
            result.GetRequiredValue(refreshes),
            cancellationToken));
        return command;
    }
}
