using System.Security.Cryptography;

namespace OneDrive.Sdk.Storage;

/// <summary>A random key that lives in a private directory, next to what it seals.</summary>
internal static class KeyFile
{
    /// <summary>Reads the key; makes one when there is none.</summary>
    /// <exception cref="InvalidDataException">The file is there, but does not hold a key.</exception>
    /// <exception cref="UnsafeFileException">The key is there, but others could know it.</exception>
    internal static async Task<byte[]> ReadOrMakeAsync(PrivateDirectory directory, string name, CancellationToken cancellationToken)
    {
        if (await ReadAsync(directory, name, cancellationToken).ConfigureAwait(false) is { } key)
            return key;

        // Made without replacing, so that two processes that start together end up with the same key.
        var fresh = RandomNumberGenerator.GetBytes(AesGcmEnvelope.KeySize);
        try
        {
            await directory.WriteAsync(name, fresh, replace: false, cancellationToken).ConfigureAwait(false);
            return fresh;
        }
        catch (IOException)
        {
            if (await ReadAsync(directory, name, cancellationToken).ConfigureAwait(false) is { } others)
                return others;
            throw;
        }
    }

    private static async Task<byte[]?> ReadAsync(PrivateDirectory directory, string name, CancellationToken cancellationToken)
    {
        var key = await directory.ReadKeyAsync(name, cancellationToken).ConfigureAwait(false);
        if (key is not null and not { Length: AesGcmEnvelope.KeySize })
            throw new InvalidDataException($"'{name}' contains {key.Length} bytes. A key has {AesGcmEnvelope.KeySize} bytes.");

        return key is not null && AesGcmEnvelope.WeaknessOf(key) is { } weakness
            ? throw new UnsafeFileException(
                $"The key file '{name}' is not used: {weakness} Delete it, and the files that it encrypted. A new key is created.")
            : key;
    }
}
