namespace OneDrive.Sdk.SharePoint;

/// <summary>What SharePoint knows of the files in its libraries. Get one with <see cref="OneDriveClientExtensions.SharePoint"/>.</summary>
public interface ISharePointClient
{
    /// <summary>SharePoint lists, their columns, content types and entries.</summary>
    ISharePointListsClient Lists { get; }

    /// <summary>The entries of lists, and their history.</summary>
    IListItemsClient ListItems { get; }

    /// <summary>The captured states of document sets.</summary>
    IDocumentSetsClient DocumentSets { get; }

    /// <summary>Retention and sensitivity labels.</summary>
    ILabelsClient Labels { get; }

    /// <summary>How items and sites are used.</summary>
    IActivityClient Activity { get; }
}
