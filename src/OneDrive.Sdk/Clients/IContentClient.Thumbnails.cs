using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

public partial interface IContentClient
{
    /// <summary>Lists the thumbnails of an item; items that cannot be rendered do not have any.</summary>
    /// <param name="item">The item.</param>
    /// <param name="options">The sizes to return; custom sizes are returned in the additional data, under their names.</param>
    Paged<ThumbnailSet> ListThumbnailsAsync(ItemAddress item, ListThumbnailsOptions? options = null);

    /// <summary>Gets one thumbnail: its size, and a URL that shows it for a short time.</summary>
    /// <param name="item">The item.</param>
    /// <param name="size">The size.</param>
    /// <param name="options">The set of thumbnails.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ItemNotFoundException">The item or the picture does not exist.</exception>
    Task<Thumbnail> GetThumbnailAsync(
        ItemAddress item, ThumbnailSize size, GetThumbnailOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Downloads one thumbnail into a stream.</summary>
    /// <param name="item">The item.</param>
    /// <param name="size">The size.</param>
    /// <param name="destination">Where the bytes go; any writable stream. It is not disposed.</param>
    /// <param name="options">The set of thumbnails.</param>
    /// <param name="cancellationToken">Cancels the download.</param>
    /// <returns>The length of the thumbnail, in bytes.</returns>
    /// <exception cref="ItemNotFoundException">The item or the picture does not exist.</exception>
    Task<long> DownloadThumbnailAsync(
        ItemAddress item,
        ThumbnailSize size,
        Stream destination,
        GetThumbnailOptions? options = null,
        CancellationToken cancellationToken = default);

    /// <summary>Sets a custom thumbnail of an item; supported on personal drives only.</summary>
    /// <param name="item">The item.</param>
    /// <param name="image">The bytes of the picture.</param>
    /// <param name="mediaType">What kind of picture it is, such as <c>image/jpeg</c>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="FormatException">The media type is not valid.</exception>
    Task SetThumbnailAsync(
        ItemAddress item, ReadOnlyMemory<byte> image, string mediaType, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets a URL that embeds a preview of a file, valid for a short time; supported on business drives only.
    /// </summary>
    /// <param name="item">The file.</param>
    /// <param name="options">Which page is shown first.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<ItemPreviewInfo> GetPreviewAsync(
        ItemAddress item, GetPreviewOptions? options = null, CancellationToken cancellationToken = default);
}
