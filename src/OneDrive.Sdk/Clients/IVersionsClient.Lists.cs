using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IVersionsClient
{
    /// <summary>Lists the versions of an entry of a list, the newest first; supported on business drives only.</summary>
    /// <param name="item">The entry, by its list, or the file or folder that it belongs to.</param>
    /// <param name="options">Which properties to return; expand <c>fields</c> to see the values of the columns.</param>
    Paged<ListItemVersion> ListOfListItemAsync(ItemAddress item, GetListItemVersionOptions? options = null);

    /// <summary>Gets one version of an entry of a list; supported on business drives only.</summary>
    /// <param name="item">The entry, by its list, or the file or folder that it belongs to.</param>
    /// <param name="versionId">The id of the version, such as <c>2.0</c>.</param>
    /// <param name="options">Which properties to return; expand <c>fields</c> to see the values of the columns.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The entry or the version does not exist.</exception>
    Task<ListItemVersion> GetOfListItemAsync(
        ItemAddress item, string versionId, GetListItemVersionOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Makes an earlier version of an entry of a list the newest one; supported on business drives only.</summary>
    /// <param name="item">The entry, by its list, or the file or folder that it belongs to.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The entry or the version does not exist.</exception>
    Task RestoreOfListItemAsync(ItemAddress item, string versionId, CancellationToken cancellationToken = default);

    /// <summary>Lists the captured states of a document set, the newest first; supported on business drives only.</summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    Paged<DocumentSetVersion> ListOfDocumentSetAsync(ItemAddress documentSet);

    /// <summary>Gets one captured state of a document set; supported on business drives only.</summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The set or the version does not exist.</exception>
    Task<DocumentSetVersion> GetOfDocumentSetAsync(
        ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Captures the state of a document set, the versions of the files in it together; supported on business drives only.
    /// </summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    /// <param name="options">What the version is about, and its content.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<DocumentSetVersion> CaptureDocumentSetAsync(
        ItemAddress documentSet, CaptureDocumentSetOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Brings a document set back to a captured state; supported on business drives only.</summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The set or the version does not exist.</exception>
    Task RestoreOfDocumentSetAsync(ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Deletes a captured state of a document set; the files stay as they are. Supported on business drives only.
    /// </summary>
    /// <param name="documentSet">The folder that is the document set, or its entry in the list.</param>
    /// <param name="versionId">The id of the version.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The set or the version does not exist.</exception>
    Task DeleteOfDocumentSetAsync(ItemAddress documentSet, string versionId, CancellationToken cancellationToken = default);
}
