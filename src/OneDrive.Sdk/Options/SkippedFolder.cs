using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>A folder whose content could not be listed while everything below another folder was listed.</summary>
public sealed class SkippedFolder
{
    /// <summary>The folder, as the list of the folder above described it.</summary>
    public required DriveItem Folder { get; init; }

    /// <summary>The address of the folder.</summary>
    /// <value>Null when the service named the folder without an id that can be used.</value>
    public ItemAddress? Address { get; init; }

    /// <summary>Why it could not be listed.</summary>
    public required Exception Error { get; init; }

    /// <summary>Returns the address and the reason.</summary>
    public override string ToString() => $"{Address?.ToString() ?? "(a folder without an address)"}: {Error.Message}";
}
