using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Clients;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk;

/// <summary>The client, for use with and without dependency injection. Thread-safe; keep one for the life of the application.</summary>
/// <example><code>
/// using var client = new OneDriveClient(tokens);
/// var result = await client.Content.UploadFileAsync(DriveAddress.Me.Path("/Backups/db.bak"), "db.bak");
/// </code></example>
public sealed class OneDriveClient : IOneDriveClient, IDisposable
{
    private readonly IAccessTokenProvider _tokens;
    private readonly ClientPipeline _pipeline;
    private readonly GraphTransport _transport;
    private readonly HttpMessageHandler? _ownTransport;

    /// <summary>Makes a client.</summary>
    /// <param name="tokens">Who signs in. It is not disposed.</param>
    /// <param name="options">The settings; <see langword="null"/> for the defaults. They are validated and copied.</param>
    /// <param name="transport">
    /// What sends the requests, without redirects and cookies; it is not disposed. <see langword="null"/> for one connection pool of the
    /// client's own.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An option has a value that cannot work, or the transport follows redirects; the message says which and what can be set.
    /// </exception>
    public OneDriveClient(IAccessTokenProvider tokens, OneDriveOptions? options = null, HttpMessageHandler? transport = null)
        : this(
            tokens,
            ClientPipeline.Create(options ?? new OneDriveOptions(), transport ?? HandlerChain.CreateTransport(options), tokens),
            transport is null)
    {
    }

    internal OneDriveClient(IAccessTokenProvider tokens, ClientPipeline pipeline, bool ownsTransport)
        : this(tokens, pipeline, Connect(tokens, pipeline)) =>
        _ownTransport = ownsTransport ? pipeline.Transport : null;

    private OneDriveClient(IAccessTokenProvider tokens, ClientPipeline pipeline, GraphTransport transport)
    {
        (_tokens, _pipeline, _transport) = (tokens, pipeline, transport);
        var addresses = new AddressResolver(transport, pipeline.Settings.DefaultDrive, tokens);
        var calls = new AddressedCalls(transport, addresses);
        var bulk = transport.AsBulk();
        Drives = new DrivesClient(transport, addresses, calls);
        Items = new ItemsClient(transport, addresses, calls);
        Content = new ContentClient(
            transport,
            new UploadEngine(transport, pipeline.UploadSessions, pipeline.Logger),
            new PendingUploads(transport, pipeline.UploadSessions, pipeline.Logger),
            new PendingCommit(transport, pipeline.UploadSessions, pipeline.Logger),
            new DownloadEngine(transport, pipeline.Logger),
            new FolderTransfers(
                bulk, new UploadEngine(bulk, pipeline.UploadSessions, pipeline.Logger), new DownloadEngine(bulk, pipeline.Logger)),
            addresses);
        Changes = new ChangesClient(transport, addresses);
        Sharing = new SharingClient(calls);
        Versions = new VersionsClient(transport, addresses, calls);
        Subscriptions = new SubscriptionsClient(transport, addresses);
        Batch = new BatchClient(transport, addresses);
    }

    /// <inheritdoc/>
    public IDrivesClient Drives { get; }

    /// <inheritdoc/>
    public IItemsClient Items { get; }

    /// <inheritdoc/>
    public IContentClient Content { get; }

    /// <inheritdoc/>
    public IChangesClient Changes { get; }

    /// <inheritdoc/>
    public ISharingClient Sharing { get; }

    /// <inheritdoc/>
    public IVersionsClient Versions { get; }

    /// <inheritdoc/>
    public ISubscriptionsClient Subscriptions { get; }

    /// <inheritdoc/>
    public IBatchClient Batch { get; }

    /// <inheritdoc/>
    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestUri = CustomRequest.Address(request.RequestUri, _pipeline.Settings.Root);
        if (request.Content is { } content)
        {
#if NET9_0_OR_GREATER
            await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
#else
            await content.LoadIntoBufferAsync().ConfigureAwait(false);
#endif
        }

        return await _transport.SendAsync(request, CustomRequest.Traits(request.Method), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IOneDriveClient With(CallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OneDriveOptionsValidator.Require(options, nameof(options));
        return new OneDriveClient(_tokens, _pipeline, _transport.With(options));
    }

    /// <summary>Closes the connections, if they are the client's own.</summary>
    public void Dispose() => _ownTransport?.Dispose();

    private static GraphTransport Connect(IAccessTokenProvider tokens, ClientPipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        CloudAgreement.Require(pipeline.Settings.Cloud, tokens);
        return pipeline.Connect(tokens);
    }
}
