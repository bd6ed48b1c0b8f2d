using OneDrive.Sdk.Http;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Clients;

/// <summary>What transfers whole folders: the engines over a transport for work in the background.</summary>
internal sealed record FolderTransfers(GraphTransport Transport, UploadEngine Uploads, DownloadEngine Downloads);
