using System.CommandLine;
using OneDrive.Sdk.StressTests.Commands;
using OneDrive.Sdk.StressTests.Kill;

var root = new RootCommand("Proves the transfer engine against the emulator on real sockets, judged by what the service holds in the end.");
root.Subcommands.Add(MatrixCommand.Create());
root.Subcommands.Add(FoldersCommand.Create());
root.Subcommands.Add(RandomCommand.Create());
root.Subcommands.Add(SignInCommand.Create());
root.Subcommands.Add(SignInCommand.CreateWriter());
root.Subcommands.Add(SignInCommand.CreateRefresher());
foreach (var command in KillCommand.Create().Concat(WorkerCommands.Create()))
    root.Subcommands.Add(command);
root.Subcommands.Add(LeaseCommand.Create());
root.Subcommands.Add(KillEmulatorCommand.Create());
root.Subcommands.Add(BrowserCommand.Create());
root.Subcommands.Add(VirtualCommand.Create());
root.Subcommands.Add(ScaleCommand.Create());
return await root.Parse(args).InvokeAsync();
