namespace OneDrive.Sdk.SharePoint;

/// <summary>Adds SharePoint to a client.</summary>
public static class OneDriveClientExtensions
{
    /// <summary>SharePoint lists, document sets, labels and analytics, through the sign-in, retries and errors of the client.</summary>
    /// <param name="client">The client.</param>
    /// <returns>A view of the client; it holds nothing that has to be disposed.</returns>
    public static ISharePointClient SharePoint(this IOneDriveClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        return new SharePointClient(client);
    }
}
