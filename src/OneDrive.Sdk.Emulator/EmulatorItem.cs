using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator;

/// <summary>The state of a file or folder when it was read.</summary>
public sealed record EmulatorItem
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The name, in its stored case.</summary>
    public required string Name { get; init; }

    /// <summary>The path below the root of the drive, with slashes; empty for the root.</summary>
    public required string Path { get; init; }

    /// <summary>Whether it is a folder.</summary>
    public required bool IsFolder { get; init; }

    /// <summary>The size in bytes; for a folder the sum of everything below.</summary>
    public required long Size { get; init; }

    /// <summary>The eTag.</summary>
    public required string ETag { get; init; }

    /// <summary>The cTag.</summary>
    public required string CTag { get; init; }

    /// <summary>The QuickXorHash of a file in base64; null for a folder.</summary>
    public string? QuickXorHash { get; init; }

    /// <summary>The SHA-256 of a file in lower-case hexadecimal, computed when it is requested; null for a folder.</summary>
    /// <exception cref="InvalidOperationException">The content was replaced or deleted after the item was read.</exception>
    public string? Sha256 => Content?.GetSha256();

    /// <summary>The description; null if there is none.</summary>
    public string? Description { get; init; }

    /// <summary>The creation date set by the client, or else by the service.</summary>
    public required DateTimeOffset FileSystemCreated { get; init; }

    /// <summary>The modification date set by the client, or else by the service.</summary>
    public required DateTimeOffset FileSystemModified { get; init; }

    internal StoredContent? Content { get; init; }

    /// <summary>The path.</summary>
    /// <returns>The path below the root of the drive.</returns>
    public override string ToString() => Path;
}
