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
        OperationSpan.RunAsync("Content.Upload", async () => await uploads.UploadAsync(
            await addresses.ResolveAsync(destination, cancellationToken).ConfigureAwait(false),
            content,
            options ?? new UploadOptions(),
            cancellationToken).ConfigureAwait(false));

    public Task<UploadResult> UploadFileAsync(
        ItemAddress destination, string path, UploadOptions? options = null, CancellationToken cancellationToken = default) =>
        OperationSpan.RunAsync("Content.UploadFile", async () => await uploads.UploadFileAsync(
            await addresses.ResolveAsync(destination, cancellationToken).ConfigureAwait(false),
            path,
            options ?? new UploadOptions(),
            cancellationToken).ConfigureAwait(false));

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
        OperationSpan.RunAsync("Content.Download", async () => await downloads.DownloadAsync(
            await addresses.ResolveAsync(source, cancellationToken).ConfigureAwait(false),
            destination,
            options ?? new DownloadOptions(),
            cancellationToken).ConfigureAwait(false));

    public Task<DownloadResult> DownloadFileAsync(
        ItemAddress source, string path, DownloadOptions? options = null, CancellationToken cancellationToken = default) =>
        OperationSpan.RunAsync("Content.DownloadFile", async () => await downloads.DownloadFileAsync(
            await addresses.ResolveAsync(source, cancellationToken).ConfigureAwait(false),
            path,
            options ?? new DownloadOptions(),
            cancellationToken).ConfigureAwait(false));

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

    public async Task<FolderTransferResult> UploadFolderAsync(
        ItemAddress destinationFolder, string localPath, UploadFolderOptions? options = null, CancellationToken cancellationToken = default)
    {
        FolderUpload.Require(localPath, options ??= new UploadFolderOptions());
        var transfer = new FolderUpload(folders.Transport, folders.Uploads, options);
        return await OperationSpan.RunAsync("Content.UploadFolder", async () => await transfer.RunAsync(
            await addresses.ResolveAsync(destinationFolder, cancellationToken).ConfigureAwait(false),
            localPath,
            cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public async Task<FolderTransferResult> DownloadFolderAsync(
        ItemAddress sourceFolder, string localPath, DownloadFolderOptions? options = null, CancellationToken cancellationToken = default)
    {
        FolderDownload.Require(localPath, options ??= new DownloadFolderOptions());
        var transfer = new FolderDownload(folders.Transport, folders.Downloads, options);
        return await OperationSpan.RunAsync("Content.DownloadFolder", async () => await transfer.RunAsync(
            await addresses.ResolveAsync(sourceFolder, cancellationToken).ConfigureAwait(false),
            localPath,
            cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }
}
