namespace OneDrive.Sdk.Authentication;

/// <summary>Reads a certificate's file whole.</summary>
internal static class CertificateFile
{
    // Certificates with long chains have some tens of KiB; a larger file was named by mistake.
    private const int LongestFile = 1024 * 1024;

    /// <summary>Reads the file; a failure names the setting that holds the path.</summary>
    internal static async Task<byte[]> ReadAsync(string path, string setting, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LongestFile })
            {
                throw new OneDriveAuthenticationException(
                    $"{setting}: the file '{path}' is larger than 1 MiB and cannot be a certificate.");
            }

            var bytes = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            return bytes.Length > 0 ? bytes : throw new OneDriveAuthenticationException($"{setting}: the file '{path}' is empty.");
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new OneDriveAuthenticationException($"{setting}: the file '{path}' does not exist.", failure)
            {
                Hint = $"Set {setting} to the full path of the file. A relative path is resolved against the working directory.",
            };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new OneDriveAuthenticationException($"{setting}: the file '{path}' cannot be read.", failure)
            {
                Hint = "Check that the path is a file, and that the account that runs this process can read it.",
            };
        }
    }
}
