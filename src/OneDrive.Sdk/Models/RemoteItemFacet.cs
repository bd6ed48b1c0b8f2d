using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An item on another drive, as it appears in the drive of the user.</summary>
[JsonModel]
public sealed partial class RemoteItemFacet
{
    /// <summary>Who created the item.</summary>
    public IdentitySet? CreatedBy { get; init; }

    /// <summary>When the item was created.</summary>
    public DateTimeOffset? CreatedDateTime { get; init; }

    /// <summary>Present when it is a file.</summary>
    public FileFacet? File { get; init; }

    /// <summary>The times that the file has on the machine of its owner.</summary>
    public FileSystemInfoFacet? FileSystemInfo { get; init; }

    /// <summary>Present when it is a folder.</summary>
    public FolderFacet? Folder { get; init; }

    /// <summary>The id of the item on its own drive.</summary>
    public string? Id { get; init; }

    /// <summary>Present when it is a picture.</summary>
    public ImageFacet? Image { get; init; }

    /// <summary>Who changed the item last.</summary>
    public IdentitySet? LastModifiedBy { get; init; }

    /// <summary>When the item was last changed.</summary>
    public DateTimeOffset? LastModifiedDateTime { get; init; }

    /// <summary>The name of the item on its own drive.</summary>
    public string? Name { get; init; }

    /// <summary>Present when it is a package, such as a notebook.</summary>
    public PackageFacet? Package { get; init; }

    /// <summary>Where the item really is.</summary>
    public ItemReference? ParentReference { get; init; }

    /// <summary>How the item is shared.</summary>
    public SharedFacet? Shared { get; init; }

    /// <summary>The ids of the item in SharePoint; absent on personal drives.</summary>
    public SharepointIds? SharepointIds { get; init; }

    /// <summary>The size, in bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Present on folders with a purpose of their own.</summary>
    public SpecialFolderFacet? SpecialFolder { get; init; }

    /// <summary>Present when it is a video.</summary>
    public VideoFacet? Video { get; init; }

    /// <summary>The address of the item for WebDAV clients.</summary>
    public string? WebDavUrl { get; init; }

    /// <summary>The page of the item in a browser.</summary>
    public string? WebUrl { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
