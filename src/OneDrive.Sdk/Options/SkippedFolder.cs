using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>A folder whose content could not be listed.</summary>
public sealed class SkippedFolder
{
    /// <summary>The folder, as returned in the list of its parent.</summary>
    public required DriveItem Folder { get; init; }

    /// <summary>The address of the folder.</summary>
    /// <value><see langword="null"/> if the service returned the folder without a usable id.</value>
    public ItemAddress? Address { get; init; }

    /// <summary>The failure.</summary>
    public required Exception Error { get; init; }

    /// <summary>Returns the address and the reason.</summary>
    public override string ToString() => $"{Address?.ToString() ?? "(a folder without an address)"}: {Error.Message}";
}
