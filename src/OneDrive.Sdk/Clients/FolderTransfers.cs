using OneDrive.Sdk.Http;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Clients;

/// <summary>The engines of folder transfers, with a transport for background work.</summary>
internal sealed record FolderTransfers(GraphTransport Transport, UploadEngine Uploads, DownloadEngine Downloads);
