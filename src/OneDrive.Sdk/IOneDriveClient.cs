using System.Diagnostics.CodeAnalysis;

namespace OneDrive.Sdk;

/// <summary>
/// A client for OneDrive and SharePoint document libraries. Thread-safe; create one instance and keep it for the lifetime of the
/// application.
/// </summary>
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

    /// <summary>Webhooks: subscriptions to change notifications.</summary>
    ISubscriptionsClient Subscriptions { get; }

    /// <summary>Sends many calls in one request.</summary>
    IBatchClient Batch { get; }

    /// <summary>Sends a request to an endpoint that the client has no method for; its answer is not read.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveApiException">The service rejected.</exception>
    Task SendAsync(OneDriveRequest request, CancellationToken cancellationToken = default);

    /// <summary>Sends a request to an endpoint that the client has no method for, and reads its answer.</summary>
    /// <typeparam name="T">What the service answers.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveApiException">The service rejected.</exception>
    /// <exception cref="OneDriveConnectionException">No response came, or it is not what was requested.</exception>
    Task<T> SendAsync<T>(OneDriveRequest<T> request, CancellationToken cancellationToken = default);

    /// <summary>Lists what an endpoint answers in pages, <c>{"value":[…],"@odata.nextLink":…}</c>.</summary>
    /// <typeparam name="T">The type of the entries.</typeparam>
    /// <param name="request">The request of the first page; its <see cref="OneDriveRequest{T}.Answer"/> reads one entry.</param>
    Paged<T> ListAsync<T>(OneDriveRequest<T> request);

    /// <summary>
    /// Sends a custom request through the same token, retry and telemetry pipeline. The caller checks the status of the response.
    /// </summary>
    /// <param name="request">
    /// A request with an address relative to the service root (<c>me/drive/recent</c>) or an absolute address below it. The body is
    /// buffered in memory, so that it can be sent again.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">
    /// The address is not below the service root, so the token would be sent to another host.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">No response came.</exception>
    Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates a view of the client with other options for its calls; the client is not changed. The view is inexpensive, shares everything
    /// with its client and need not be disposed.
    /// </summary>
    /// <param name="options">The options.</param>
    /// <exception cref="ArgumentException">An option is not valid; the message contains its name.</exception>
    /// <example>
    /// <code>
    /// var item = await client.With(new CallOptions { MaxElapsed = TimeSpan.FromSeconds(5) }).Items.GetAsync(file);
    /// </code>
    /// </example>
    [SuppressMessage("Naming", "CA1716", Justification = "Visual Basic escapes the name as [With]; no other word says it as well.")]
    IOneDriveClient With(CallOptions options);
}
