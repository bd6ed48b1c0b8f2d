using System.Text.Json;

namespace OneDrive.Sdk.SharePoint;

/// <summary>A captured state of a document set: of the folder and of the files in it.</summary>
[JsonModel]
public sealed partial class DocumentSetVersion : BaseItemVersion
{
    /// <summary>What was written about the version when it was captured.</summary>
    public string? Comment { get; init; }

    /// <summary>Who captured the version.</summary>
    public IdentitySet? CreatedBy { get; init; }

    /// <summary>When the version was captured.</summary>
    public DateTimeOffset? CreatedDateTime { get; init; }

    /// <summary>The values of the columns, by the internal names of the columns; returned only when they are expanded.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Fields { get; init; }

    /// <summary>The files that were captured, each with the version that it had.</summary>
    public IReadOnlyList<DocumentSetVersionItem> Items { get => field ?? []; init; }

    /// <summary>Whether minor versions of the files were captured, too.</summary>
    public bool? ShouldCaptureMinorVersion { get; init; }
}
