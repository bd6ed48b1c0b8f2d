using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Clients;

internal sealed partial class ContentClient
{
    private readonly AddressedCalls _calls = new(transport, addresses);

    public Task<DriveItem> CreateFileAsync(
        ItemAddress folder,
        string name,
        ReadOnlyMemory<byte> content,
        CreateFileOptions? options = null,
        CancellationToken cancellationToken = default) =>
        _calls.SendAsync(folder, address => UploadCalls.CreateFile(address, name, content, options), cancellationToken);

    public Paged<ThumbnailSet> ListThumbnailsAsync(ItemAddress item, ListThumbnailsOptions? options = null) =>
        _calls.List(item, address => ThumbnailCalls.List(address, options));

    public Task<Thumbnail> GetThumbnailAsync(
        ItemAddress item, ThumbnailSize size, GetThumbnailOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(item, address => ThumbnailCalls.Get(address, size, options), cancellationToken);

    public async Task<long> DownloadThumbnailAsync(
        ItemAddress item,
        ThumbnailSize size,
        Stream destination,
        GetThumbnailOptions? options = null,
        CancellationToken cancellationToken = default) =>
        await new SideDownload(transport, address => ThumbnailCalls.GetContent(address, size, options)).RunAsync(
            await addresses.ResolveAsync(item, cancellationToken).ConfigureAwait(false),
            destination,
            progress: null,
            cancellationToken).ConfigureAwait(false);

    public Task SetThumbnailAsync(
        ItemAddress item, ReadOnlyMemory<byte> image, string mediaType, CancellationToken cancellationToken = default)
    {
        var body = new ImageCallBody(image, mediaType);
        return _calls.SendAsync(item, address => ThumbnailCalls.Set(address, body), cancellationToken);
    }

    public Task<ItemPreviewInfo> GetPreviewAsync(
        ItemAddress item, GetPreviewOptions? options = null, CancellationToken cancellationToken = default) =>
        _calls.SendAsync(item, address => ThumbnailCalls.GetPreview(address, options), cancellationToken);
}
