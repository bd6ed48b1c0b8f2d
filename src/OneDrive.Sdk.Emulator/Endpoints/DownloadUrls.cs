using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Download URLs that need no sign-in: they name the file and carry a signature that expires. Nothing is stored per URL, so listing a large
/// folder costs nothing.
/// </summary>
internal sealed class DownloadUrls(EmulatorOptions options, byte[] key)
{
    public const string PathPrefix = "_transfer";
    public const string PartParameter = "Part";
    public const string SecretParameter = "tempauth";

    public string Create(DriveState drive, ItemNode item, string baseUrl, string part = "")
    {
        var expiry = options.TimeProvider.GetUtcNow() + options.DownloadUrlLifetime;
        var expires = expiry.ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);
        var secret = $"v1.{expires}.{Sign(drive.Id, item.Id, part, expires)}";
        var query = $"DriveId={Uri.EscapeDataString(drive.Id)}&UniqueId={Uri.EscapeDataString(item.Id)}{Part(part)}";
        return $"{baseUrl}/{PathPrefix}/download?{query}&{SecretParameter}={secret}";
    }

    /// <summary>Whether the secret was made here for this part of the item, and is still good.</summary>
    public bool IsGood(string driveId, string itemId, string part, string? secret)
    {
        var parts = (secret ?? string.Empty).Split('.');
        return parts.Length == 3
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(parts[2]),
                Encoding.UTF8.GetBytes(Sign(driveId, itemId, part, parts[1])))
            && long.TryParse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var expires)
            && options.TimeProvider.GetUtcNow().ToUnixTimeMilliseconds() < expires;
    }

    private static string Part(string part) => part.Length == 0 ? string.Empty : $"&{PartParameter}={Uri.EscapeDataString(part)}";

    private string Sign(string driveId, string itemId, string part, string expires)
        => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{driveId}\n{itemId}\n{part}\n{expires}")));
}
