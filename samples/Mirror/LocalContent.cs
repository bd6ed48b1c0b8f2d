namespace OneDrive.Sdk.Mirror;

/// <summary>Local files: what they are, and what is kept of them.</summary>
internal sealed class LocalContent(TimeProvider time, Tally tally)
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Length and time of a file; null when there is none.</summary>
    internal static (long Size, long Time)? Look(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc.Ticks) : null;
    }

    internal static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        var hash = new QuickXorHash();
        var buffer = new byte[BufferSize];
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, useAsync: true);
        for (int read; (read = await file.ReadAsync(buffer, cancellationToken)) > 0;)
            hash.Append(buffer.AsSpan(0, read));
        return Convert.ToBase64String(hash.GetCurrentHash());
    }

    /// <summary>Renames what stands in the way, so that nothing of the user is lost.</summary>
    internal void KeepAside(string path)
    {
        lock (tally)
        {
            var kept = LocalNaming.Beside(path, "conflict", time.GetUtcNow());
            if (Directory.Exists(path))
                Directory.Move(path, kept);
            else
                File.Move(path, kept);
            tally.Conflicts++;
        }
    }
}
