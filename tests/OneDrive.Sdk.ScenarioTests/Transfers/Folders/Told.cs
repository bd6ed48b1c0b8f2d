namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>Keeps what a folder transfer told.</summary>
internal sealed class Told(Action<FolderTransferItem>? also = null) : IProgress<FolderTransferItem>
{
    internal List<FolderTransferItem> Items { get; } = [];

    public void Report(FolderTransferItem value)
    {
        Items.Add(value);
        also?.Invoke(value);
    }
}
