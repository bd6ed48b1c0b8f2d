using OneDrive.Sdk.Fleet.Data;

namespace OneDrive.Sdk.Fleet.Work;

/// <summary>Makes the transfers of a copy.</summary>
internal sealed class FileTransferFactory(IOneDriveClient client, long singleRequestLimit)
{
    internal FileTransfer Create(CopyRow copy) => new(client, copy, singleRequestLimit);
}
