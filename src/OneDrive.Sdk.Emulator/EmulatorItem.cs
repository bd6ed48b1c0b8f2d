using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator;

/// <summary>A file or folder as it was when it was looked up.</summary>
public sealed record EmulatorItem
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name, in the case in which it is stored.</summary>
    public required string Name { get; init; }

    /// <summary>The path below the root of the drive, with slashes; empty for the root.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is a folder.</summary>
    public required bool IsFolder { get; init; }

    /// <summary>How many bytes; of a folder, the sum of everything below.</summary>
    public required long Size { get; init; }

    /// <summary>The tag of this state of the item.</summary>
    public required string ETag { get; init; }

    /// <summary>The tag of this content.</summary>
    public required string CTag { get; init; }

    /// <summary>The QuickXorHash of a file in base64; null for a folder.</summary>
    public string? QuickXorHash { get; init; }

    /// <summary>The SHA-256 of a file in lower-case hexadecimal, computed when it is requested; null for a folder.</summary>
    /// <exception cref="InvalidOperationException">The content was replaced or deleted since the look-up.</exception>
    public string? Sha256 => Content?.GetSha256();

    /// <summary>The description; null when there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The creation date that the client set, or else the service's own.</summary>
    public required DateTimeOffset FileSystemCreated { get; init; }

    /// <summary>The modification date that the client set, or else the service's own.</summary>
    public required DateTimeOffset FileSystemModified { get; init; }

    internal StoredContent? Content { get; init; }

    /// <summary>The path.</summary>
    /// <returns>The path below the root of the drive.</returns>
    public override string ToString() => Path;
}
