using System.CommandLine;
using System.CommandLine.Help;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>The command line of the tool.</summary>
internal static class EmulatorCommand
{
    /// <summary>The name of the installed command.</summary>
    public const string Name = "onedrive-emulator";

    /// <summary>Runs the command line; errors are reported without the complete help.</summary>
    public static async Task<int> InvokeAsync(
        IReadOnlyList<string> arguments, InvocationConfiguration? configuration = null, CancellationToken cancellationToken = default)
    {
        var options = new ToolOptions();
        var command = Create(options);
        var parsed = command.Parse(arguments);
        if (parsed.Action is not HelpAction && Complain(parsed, command) is { Count: > 0 } complaints)
        {
            var error = configuration?.Error ?? Console.Error;
            foreach (var line in complaints)
            {
                await error.WriteLineAsync(line).ConfigureAwait(false);
            }

            return 1;
        }

        return await parsed.InvokeAsync(configuration, cancellationToken).ConfigureAwait(false);
    }

    // No root command: that one calls itself after the file that runs, which is not what the user typed.
    private static Command Create(ToolOptions options)
    {
        var command = new Command(
            Name,
            """
            Emulates OneDrive and its sign-in on this machine, for tests and demonstrations without an account.

            Runs until Ctrl+C or SIGTERM. Exit codes: 0 stopped; 1 an option is not valid, or the emulator could not start.
            """)
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.Add(new HelpOption());
        command.Add(new VersionOption());
        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken));
        return command;
    }

    private static List<string> Complain(ParseResult parsed, Command command)
    {
        List<string> unknown = [.. UnknownArguments.Describe(parsed.UnmatchedTokens, command.Options)];
        if (unknown.Count > 0)
        {
            unknown.Add($"'{Name} --help' lists the options.");
        }

        return [.. parsed.Errors.Select(error => error.Message), .. unknown];
    }

    private static async Task<int> RunAsync(ToolOptions options, ParseResult parsed, CancellationToken cancellationToken)
    {
        try
        {
            RequireExisting(parsed.GetValue(options.Seed));
            RequireExisting(parsed.GetValue(options.Faults));
            RequireExisting(parsed.GetValue(options.Certificate));
            var emulator = await OneDriveEmulator.StartAsync(to => options.Apply(parsed, to), cancellationToken).ConfigureAwait(false);
            await using var disposal = emulator.ConfigureAwait(false);
            Preparation.Run(emulator, options, parsed);
            emulator.Snapshots.TakeStart();
            var data = parsed.GetValue(options.Data)?.FullName;
            var settings = new BannerSettings(data, parsed.GetValue(options.Strict));
            await Banner.WriteAsync(emulator, settings, parsed.InvocationConfiguration.Output).ConfigureAwait(false);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception exception) when (exception is IOException
            or InvalidDataException
            or InvalidOperationException
            or SocketException
            or ArgumentException
            or CryptographicException
            or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{Name}: {exception.Message}").ConfigureAwait(false);
            return 1;
        }
    }

    private static void RequireExisting(FileSystemInfo? entry)
    {
        if (entry is { Exists: false })
        {
            throw new FileNotFoundException($"The {(entry is DirectoryInfo ? "folder" : "file")} '{entry.FullName}' does not exist.");
        }
    }
}
