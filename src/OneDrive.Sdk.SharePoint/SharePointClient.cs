namespace OneDrive.Sdk.SharePoint;

internal sealed class SharePointClient(IOneDriveClient client) : ISharePointClient
{
    public ISharePointListsClient Lists { get; } = new SharePointListsClient(client);

    public IListItemsClient ListItems { get; } = new ListItemsClient(client);

    public IDocumentSetsClient DocumentSets { get; } = new DocumentSetsClient(client);

    public ILabelsClient Labels { get; } = new LabelsClient(client);

    public IActivityClient Activity { get; } = new ActivityClient(client);
}
