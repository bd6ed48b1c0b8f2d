using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using BackupPortal.Data;

namespace BackupPortal.Jobs;

/// <summary>
/// Brings the content of a job into one file of this machine: archived, compressed and encrypted on the way, without being held in
/// memory. The service must be told the size before the first byte, and an interrupted upload must send the same bytes again.
/// </summary>
internal sealed class BackupContent(byte[] key)
{
    public static string OriginalName(BackupJob job) => job.Source switch
    {
        BackupSource.Folder => Path.GetFileName(Path.TrimEndingDirectorySeparator(job.SourceText)) + ".tar",
        BackupSource.Command => "output." + (job.Extension is { Length: > 0 } extension ? extension : "txt"),
        _ => Path.GetFileName(job.SourceText),
    };

    /// <summary>backup_TIME.ext, with .gz and .enc as they apply.</summary>
    public static string RemoteName(BackupJob job, DateTimeOffset time)
    {
        var extension = Path.GetExtension(OriginalName(job));
        return $"backup_{time.UtcDateTime:yyyy-MM-ddTHH-mm-ss}{extension}{(job.Compresses ? ".gz" : "")}{(job.Encrypts ? ".enc" : "")}";
    }

    /// <returns>The size and the SHA-256 of the content before compression.</returns>
    public async Task<(long Size, string Sha256)> StageAsync(
        BackupJob job, string path, Action<long> read, CancellationToken cancellationToken)
    {
        var partial = path + ".partial";
        (long Size, string Sha256) result;
        await using (var file = new FileStream(partial, FileMode.Create, FileAccess.Write, FileShare.None, 128 * 1024, useAsync: true))
        {
            var sealing = job.Encrypts ? new SealingStream(file, key) : null;
            await using (sealing)
            {
                Stream target = sealing is null ? file : sealing;
                var gzip = job.Compresses ? new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true) : null;
                await using (gzip)
                {
                    await using var hashing = new HashingStream(gzip ?? target, read);
                    await WriteAsync(job, hashing, cancellationToken);
                    result = hashing.Result();
                }

                if (sealing is not null)
                    await sealing.CompleteAsync(cancellationToken);
            }
        }

        File.Move(partial, path, overwrite: true);
        return result;
    }

    private static async Task WriteAsync(BackupJob job, Stream target, CancellationToken cancellationToken)
    {
        switch (job.Source)
        {
            case BackupSource.Folder:
                await TarFile.CreateFromDirectoryAsync(job.SourceText, target, includeBaseDirectory: true, cancellationToken);
                break;
            case BackupSource.Command:
                await RunCommandAsync(job.SourceText, target, cancellationToken);
                break;
            default:
                await using (var source = File.OpenRead(job.SourceText))
                    await source.CopyToAsync(target, 128 * 1024, cancellationToken);
                break;
        }
    }

    private static async Task RunCommandAsync(string command, Stream target, CancellationToken cancellationToken)
    {
        var start = OperatingSystem.IsWindows()
            ? new ProcessStartInfo("cmd.exe", ["/d", "/c", command])
            : new ProcessStartInfo("/bin/sh", ["-c", command]);
        (start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (true, true, true);
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardOutput.BaseStream.CopyToAsync(target, 128 * 1024, cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            if (process.ExitCode != 0)
            {
                var said = (await errors).Trim();
                throw new IOException(
                    $"The command ended with exit code {process.ExitCode}"
                    + (said.Length > 0 ? ": " + said[..Math.Min(said.Length, 500)] : "."));
            }
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
