namespace OneDrive.Sdk;

/// <summary>OneDrive and SharePoint document libraries. Thread-safe; keep one for the life of the application.</summary>
public interface IOneDriveClient
{
    /// <summary>Which drives exist and how full they are.</summary>
    IDrivesClient Drives { get; }

    /// <summary>Files and folders without their bytes.</summary>
    IItemsClient Items { get; }

    /// <summary>The bytes of files.</summary>
    IContentClient Content { get; }

    /// <summary>What happened since the caller last looked.</summary>
    IChangesClient Changes { get; }

    /// <summary>Links, invitations and permissions.</summary>
    ISharingClient Sharing { get; }

    /// <summary>The history of files.</summary>
    IVersionsClient Versions { get; }

    /// <summary>Webhooks: being told of changes.</summary>
    ISubscriptionsClient Subscriptions { get; }

    /// <summary>Many calls in one request.</summary>
    IBatchClient Batch { get; }

    /// <summary>
    /// Sends any other request through the same token, retry and telemetry pipeline. The status is the caller's to judge.
    /// </summary>
    /// <param name="request">
    /// A request with an address relative to the service root (<c>me/drive/recent</c>) or an absolute one below it. A body is read into
    /// memory first, so that it can be sent again.
    /// </param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="ArgumentException">The address is not below the service root, so a token would go elsewhere.</exception>
    /// <exception cref="OneDriveConnectionException">No answer came.</exception>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Gets the same client with other settings for the calls that are made through it; this one is not changed. The view is cheap, shares
    /// everything with its client and needs not be kept or disposed.
    /// </summary>
    /// <param name="options">What differs.</param>
    /// <exception cref="ArgumentException">A setting has a value that cannot work; the message names it.</exception>
    /// <example><code>
    /// var item = await client.With(new CallOptions { MaxElapsed = TimeSpan.FromSeconds(5) }).Items.GetAsync(file);
    /// </code></example>
    IOneDriveClient With(CallOptions options);
}
