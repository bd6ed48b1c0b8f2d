using OneDrive.Sdk.Models;

namespace BackupPortal.Destinations;

/// <summary>What a scan reports about a file.</summary>
public static class ScanRules
{
    private const long Large = 1L << 30;

    private static readonly string[] Keys = [".pem", ".pfx", ".p12", ".key", ".kdbx"];
    private static readonly string[] Programs = [".exe", ".scr", ".bat", ".cmd", ".ps1", ".vbs", ".js"];

    /// <summary>The finding about a file; null for none.</summary>
    public static string? Check(DriveItem file)
    {
        var name = file.Name ?? "";
        var extension = Path.GetExtension(name);
        if (file.Malware is not null)
            return "The service found malware in it";
        if (Keys.Contains(extension, StringComparer.OrdinalIgnoreCase))
            return "A private key or a password database";
        if (name.Contains("password", StringComparison.OrdinalIgnoreCase) || name.Contains("passwort", StringComparison.OrdinalIgnoreCase))
            return "The name speaks of passwords";
        if (Programs.Contains(extension, StringComparer.OrdinalIgnoreCase))
            return "A program";
        return file.Size > Large ? "Larger than 1 GiB" : null;
    }
}
