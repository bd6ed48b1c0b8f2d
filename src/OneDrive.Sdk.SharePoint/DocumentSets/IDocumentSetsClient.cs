namespace OneDrive.Sdk.SharePoint;

/// <summary>The captured states of document sets; supported on business drives only.</summary>
public interface IDocumentSetsClient
{
    /// <summary>Lists the captured states of a document set, the newest first.</summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    Paged<DocumentSetVersion> ListVersionsAsync(ItemAddress documentSet);

    /// <summary>Gets one captured state of a document set.</summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The set or the version does not exist.</exception>
    Task<DocumentSetVersion> GetVersionAsync(
        ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default);

    /// <summary>Captures the state of a document set, the versions of the files in it together.</summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    /// <param name="options">What the version is about, and its content.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<DocumentSetVersion> CaptureAsync(
        ItemAddress documentSet, CaptureDocumentSetOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Brings a document set back to a captured state.</summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The set or the version does not exist.</exception>
    Task RestoreVersionAsync(ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default);

    /// <summary>Deletes a captured state of a document set; the files stay as they are.</summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The set or the version does not exist.</exception>
    Task DeleteVersionAsync(ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default);
}
