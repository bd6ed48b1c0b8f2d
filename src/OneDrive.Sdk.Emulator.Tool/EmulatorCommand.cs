using System.CommandLine;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Emulator.Tool;

/// <summary>The command line of the tool.</summary>
internal static class EmulatorCommand
{
    private const int DefaultPort = 5005;

    public static RootCommand Create()
    {
        var port = NewNumber("--port", DefaultPort, "The TCP port on the loopback interface; 0 chooses a free one.");
        var pageSize = NewNumber("--page-size", 200, "How many entries a page of a list holds.");
        var seed = NewNumber("--seed", 1, "The seed of item ids and of faults with a probability.");
        var discard = new Option<bool>("--discard-content") { Description = "Keep length and hash of files, but not their bytes." };
        var driveType = new Option<EmulatorDriveType>("--drive-type")
        {
            Description = "The kind of drive of the user who is there from the start.",
        };
        var strict = new Option<bool>("--strict")
        {
            Description = "Promise no more than the documentation does, and let only registered applications sign in.",
        };
        var certificate = new Option<FileInfo?>("--certificate")
        {
            Description = "A certificate (PEM or DER) that the client may sign in with.",
        };
        var data = new Option<DirectoryInfo?>("--data")
        {
            Description = "A folder that keeps drives, files, sign-ins and unfinished uploads across restarts. Without it nothing is kept.",
        };
        var command = new RootCommand("Emulates OneDrive and its sign-in on the loopback interface, until Ctrl+C.")
        {
            port,
            pageSize,
            seed,
            discard,
            driveType,
            strict,
            certificate,
            data,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            options =>
            {
                options.Port = parsed.GetValue(port);
                options.PageSize = parsed.GetValue(pageSize);
                options.Seed = parsed.GetValue(seed);
                options.DiscardContent = parsed.GetValue(discard);
                options.DriveType = parsed.GetValue(driveType);
                options.RefuseAuthorizationOnAnonymousUrls = parsed.GetValue(strict);
                options.Lenient = !parsed.GetValue(strict);
                options.DataFolder = parsed.GetValue(data)?.FullName;
            },
            parsed.GetValue(certificate),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    private static Option<int> NewNumber(string name, int value, string description)
        => new(name) { Description = description, DefaultValueFactory = _ => value };

    private static async Task<int> RunAsync(
        Action<EmulatorOptions> configure,
        FileInfo? certificate,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken)
    {
        try
        {
            var emulator = await OneDriveEmulator.StartAsync(configure, cancellationToken).ConfigureAwait(false);
            await using var disposal = emulator.ConfigureAwait(false);
            if (certificate is not null)
            {
                using var loaded = Load(certificate.FullName);
                emulator.RegisterCertificate(OneDriveEmulator.DefaultClientId, loaded);
            }

            await Banner.WriteAsync(emulator, output).ConfigureAwait(false);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(false);
            return 0;
        }
        catch (OperationCanceledException)
        {
            return 0;
        }
        catch (Exception exception) when (exception is IOException
            or InvalidDataException
            or SocketException
            or ArgumentException
            or CryptographicException
            or UnauthorizedAccessException)
        {
            await error.WriteLineAsync(exception.Message).ConfigureAwait(false);
            return 1;
        }
    }

    private static X509Certificate2 Load(string file)
#if NET9_0_OR_GREATER
        => X509CertificateLoader.LoadCertificateFromFile(file);
#else
        => new(file);
#endif
}
