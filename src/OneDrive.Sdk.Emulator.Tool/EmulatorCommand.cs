using System.CommandLine;
using System.CommandLine.Invocation;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>The command line of the tool.</summary>
internal static class EmulatorCommand
{
    private static RootCommand Create()
    {
        var options = new ToolOptions();
        var command = new RootCommand(
            """
            OneDrive and its sign-in on this machine, for tests and demonstrations: Microsoft Graph for drives, without an account.

            Runs until Ctrl+C or SIGTERM. Exit code 0: it was stopped; 1: an option was wrong, or it could not start.
            """);
        foreach (var option in options.All)
        {
            command.Add(option);
        }

        command.SetAction((parsed, cancellationToken) => RunAsync(options, parsed, cancellationToken));
        return command;
    }

    /// <summary>Does what the command line says; what is wrong with it is told without the whole help.</summary>
    public static Task<int> InvokeAsync(
        IReadOnlyList<string> arguments, InvocationConfiguration? configuration = null, CancellationToken cancellationToken = default)
    {
        var parsed = Create().Parse(arguments);
        if (parsed.Action is ParseErrorAction wrong)
        {
            (wrong.ShowHelp, wrong.ShowTypoCorrections) = (false, false);
        }

        return parsed.InvokeAsync(configuration, cancellationToken);
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
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"onedrive-emulator: {exception.Message}").ConfigureAwait(false);
            return 1;
        }
    }

    private static void RequireExisting(FileSystemInfo? entry)
    {
        if (entry is { Exists: false })
        {
            throw new FileNotFoundException($"There is no {(entry is DirectoryInfo ? "folder" : "file")} '{entry.FullName}'.");
        }
    }
}
