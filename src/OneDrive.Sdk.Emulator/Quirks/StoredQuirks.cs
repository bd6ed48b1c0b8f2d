using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator;

/// <summary>The quirks of what is stored: files that are described as something else than they are.</summary>
internal sealed class StoredQuirks(QuirkPlan plan)
{
    private const int Enrichment = 4096;
    private const int HashLength = 20;

    private static readonly string[] Documents =
        [".docx", ".xlsx", ".pptx", ".docm", ".xlsm", ".pptm", ".doc", ".xls", ".ppt", ".pdf", ".html", ".htm"];

    /// <summary>Describes a file that has just got its content. Called under the lock of the drive.</summary>
    public void Describe(DriveState drive, ItemNode file)
    {
        if (plan.IsIdle)
        {
            return;
        }

        var enabled = plan.EnabledFor([drive.Id]);
        var extension = Path.GetExtension(file.Name).ToLowerInvariant();
        var isChanged = (enabled.Contains(EmulatorQuirk.DocumentsAreChanged)
                && drive.Type != EmulatorDriveType.Personal
                && Documents.Contains(extension, StringComparer.Ordinal))
            || (enabled.Contains(EmulatorQuirk.PhotosAreDescribedWrongly) && extension is ".heic");
        if (isChanged)
        {
            file.ContentDescription = new ContentDescription(file.Size + Enrichment, OtherHash(file), Sha1Hash: null);
        }

        if (enabled.Contains(EmulatorQuirk.HashesAreMissing))
        {
            file.ContentDescription = new ContentDescription(file.Size, QuickXorHash: null, Sha1Hash: null);
        }

        file.IsInfected |= enabled.Contains(EmulatorQuirk.MalwareIsHeldBack)
            && file.Name.Contains("eicar", StringComparison.OrdinalIgnoreCase);
    }

    private static string OtherHash(ItemNode file)
    {
        var hash = new byte[HashLength];
        Convert.TryFromBase64String(file.Content?.QuickXorHash ?? string.Empty, hash, out _);
        hash[0] ^= 1;
        return Convert.ToBase64String(hash);
    }
}
