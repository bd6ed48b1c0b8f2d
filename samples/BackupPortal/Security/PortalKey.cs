using System.Security.Cryptography;
using System.Text;

namespace BackupPortal.Security;

/// <summary>
/// The key of the portal, ENCRYPTION_KEY: 32 bytes, as 64 hexadecimal digits or as Base64. Without the variable a key is made in the data
/// folder. Everything secret is sealed with AES-256-GCM under keys that are derived from it.
/// </summary>
public sealed class PortalKey
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    private readonly byte[] _key;
    private readonly byte[] _columns;

    public PortalKey(byte[] key)
    {
        _key = key;
        _columns = Derive("columns");
    }

    public static PortalKey Load(string? configured, string dataFolder)
    {
        if (!string.IsNullOrWhiteSpace(configured))
            return new PortalKey(Parse(configured.Trim()));

        var path = Path.Combine(dataFolder, "encryption.key");
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var writer = new StreamWriter(path, options);
            writer.Write(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)));
        }

        return new PortalKey(Parse(File.ReadAllText(path).Trim()));
    }

    /// <summary>A key of 32 bytes for one purpose.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, 32, info: Encoding.UTF8.GetBytes($"BackupPortal {purpose}"));

    public string Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var result = new byte[NonceSize + TagSize + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var aes = new AesGcm(_columns, TagSize);
        aes.Encrypt(
            result.AsSpan(0, NonceSize), plain, result.AsSpan(NonceSize + TagSize), result.AsSpan(NonceSize, TagSize));
        return Convert.ToBase64String(result);
    }

    public string Open(string text)
    {
        var bytes = Convert.FromBase64String(text);
        var plain = new byte[bytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(_columns, TagSize);
        try
        {
            aes.Decrypt(bytes.AsSpan(0, NonceSize), bytes.AsSpan(NonceSize + TagSize), bytes.AsSpan(NonceSize, TagSize), plain);
        }
        catch (AuthenticationTagMismatchException failure)
        {
            throw new InvalidOperationException(
                "A secret in the database cannot be opened: ENCRYPTION_KEY is not the key with which it was sealed. Set the former key.",
                failure);
        }

        return Encoding.UTF8.GetString(plain);
    }

    private static byte[] Parse(string text)
    {
        byte[] key = [];
        if (text.Length == 64 && text.All(char.IsAsciiHexDigit))
            key = Convert.FromHexString(text);
        else if (Convert.TryFromBase64String(text, key = new byte[text.Length], out var length))
            key = key[..length];
        return key.Length == 32
            ? key
            : throw new InvalidOperationException(
                "ENCRYPTION_KEY must be 32 bytes, as 64 hexadecimal digits or as Base64: openssl rand -hex 32 makes one.");
    }
}
