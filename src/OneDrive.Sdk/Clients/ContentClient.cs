using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Transfers;
using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Clients;

internal sealed partial class ContentClient(
    GraphTransport transport,
    UploadEngine uploads,
    PendingUploads pendingUploads,
    PendingCommit pendingCommit,
    DownloadEngine downloads,
    FolderTransfers folders,
    AddressResolver addresses) : IContentClient
{
    public Task<UploadResult> UploadAsync(
        ItemAddress destination, Stream content, UploadOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            "Content.Upload",
            destination,
            address => uploads.UploadAsync(address, content, options ?? new UploadOptions(), cancellationToken),
            cancellationToken);

    public Task<UploadResult> UploadFileAsync(
        ItemAddress destination, string path, UploadOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            "Content.UploadFile",
            destination,
            address => uploads.UploadFileAsync(address, path, options ?? new UploadOptions(), cancellationToken),
            cancellationToken);

    public async Task<UploadResult> CommitUploadAsync(
        string resumeKey, CommitUploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new CommitUploadOptions();
        if (options.Destination is { } destination)
            options = options.To(await addresses.ResolveAsync(destination, cancellationToken).ConfigureAwait(false));
        return await OperationSpan.RunAsync(
            "Content.CommitUpload", () => pendingCommit.RunAsync(resumeKey, options, cancellationToken)).ConfigureAwait(false);
    }

    public Task<bool> CancelUploadAsync(string resumeKey, CancellationToken cancellationToken = default) =>
        pendingUploads.CancelAsync(resumeKey, cancellationToken);

    public Task<IReadOnlyList<PendingUpload>> ListUploadsAsync(CancellationToken cancellationToken = default) =>
        pendingUploads.ListAsync(cancellationToken);

    public Task<int> RemoveExpiredUploadsAsync(CancellationToken cancellationToken = default) =>
        pendingUploads.RemoveExpiredAsync(cancellationToken);

    public Task<DownloadResult> DownloadAsync(
        ItemAddress source, Stream destination, DownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            "Content.Download",
            source,
            address => downloads.DownloadAsync(address, destination, options ?? new DownloadOptions(), cancellationToken),
            cancellationToken);

    public Task<DownloadResult> DownloadFileAsync(
        ItemAddress source, string path, DownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        RunAsync(
            "Content.DownloadFile",
            source,
            address => downloads.DownloadFileAsync(address, path, options ?? new DownloadOptions(), cancellationToken),
            cancellationToken);

    public async Task<Stream> OpenReadAsync(
        ItemAddress source, OpenReadOptions? options = null, CancellationToken cancellationToken = default) =>
        await downloads.OpenReadAsync(
            await addresses.ResolveAsync(source, cancellationToken).ConfigureAwait(false),
            options ?? new OpenReadOptions(),
            cancellationToken).ConfigureAwait(false);

    public async Task<string> ReadAsStringAsync(
        ItemAddress source, ReadAsStringOptions? options = null, CancellationToken cancellationToken = default) =>
        await downloads.ReadAsStringAsync(
            await addresses.ResolveAsync(source, cancellationToken).ConfigureAwait(false),
            options ?? new ReadAsStringOptions(),
            cancellationToken).ConfigureAwait(false);

    public Task<FolderTransferResult> UploadFolderAsync(
        ItemAddress destinationFolder, string localPath, UploadFolderOptions? options = null, CancellationToken cancellationToken = default)
    {
        FolderUpload.Require(localPath, options ??= new UploadFolderOptions());
        var transfer = new FolderUpload(folders.Transport, folders.Uploads, options);
        return RunAsync(
            "Content.UploadFolder",
            destinationFolder,
            address => transfer.RunAsync(address, localPath, cancellationToken),
            cancellationToken);
    }

    public Task<FolderTransferResult> DownloadFolderAsync(
        ItemAddress sourceFolder, string localPath, DownloadFolderOptions? options = null, CancellationToken cancellationToken = default)
    {
        FolderDownload.Require(localPath, options ??= new DownloadFolderOptions());
        var transfer = new FolderDownload(folders.Transport, folders.Downloads, options);
        return RunAsync(
            "Content.DownloadFolder",
            sourceFolder,
            address => transfer.RunAsync(address, localPath, cancellationToken),
            cancellationToken);
    }

    /// <summary>Runs an operation of many requests under a span of its own, once the address is resolved.</summary>
    private Task<T> RunAsync<T>(
        string operation, ItemAddress item, Func<ItemAddress, Task<T>> run, CancellationToken cancellationToken) =>
        OperationSpan.RunAsync(operation, async () =>
            await run(await addresses.ResolveAsync(item, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false));
}
