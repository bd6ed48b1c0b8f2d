using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IContentClient
{
    /// <summary>Lists the small pictures of an item; items that cannot be pictured have none.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">Which sizes; those made to order arrive in the additional data, under their names.</param>
    Paged<ThumbnailSet> ListThumbnailsAsync(ItemAddress item, ListThumbnailsOptions? options = null);

    /// <summary>Gets one small picture: its size, and the address from which it can be shown for a short time.</summary>
    /// <param name="item">The item.</param>
    /// <param name="size">The size.</param>
    /// <param name="options">Which set of pictures.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ItemNotFoundException">There is no such item or picture.</exception>
    Task<Thumbnail> GetThumbnailAsync(
        ItemAddress item, ThumbnailSize size, GetThumbnailOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Downloads one small picture into a stream.</summary>
    /// <param name="item">The item.</param>
    /// <param name="size">The size.</param>
    /// <param name="destination">Where the bytes go; any writable stream. It is not disposed.</param>
    /// <param name="options">Which set of pictures.</param>
    /// <param name="cancellationToken">Ends the download.</param>
    /// <returns>How many bytes the picture has.</returns>
    /// <exception cref="ItemNotFoundException">There is no such item or picture.</exception>
    Task<long> DownloadThumbnailAsync(
        ItemAddress item,
        ThumbnailSize size,
        Stream destination,
        GetThumbnailOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Shows a picture of the caller's own for an item; personal drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="image">The bytes of the picture.</param>
    /// <param name="mediaType">What kind of picture it is, such as <c>image/jpeg</c>.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="FormatException">The media type is none.</exception>
    Task SetThumbnailAsync(
        ItemAddress item, ReadOnlyMemory<byte> image, string mediaType, CancellationToken cancellationToken = default);

    /// <summary>Gets an address that shows a file within a page, for a short time; business drives only.</summary>
    /// <param name="item">The file.</param>
    /// <param name="options">Which page is shown first.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    Task<ItemPreviewInfo> GetPreviewAsync(
        ItemAddress item, GetPreviewOptions? options = null, CancellationToken cancellationToken = default);
}
