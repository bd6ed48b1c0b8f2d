using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Clients;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk;

/// <summary>
/// The client, for use with and without dependency injection. Thread-safe; create one instance and keep it for the lifetime of the
/// application.
/// </summary>
/// <example>
/// <code>
/// using var client = new OneDriveClient(tokens);
/// var result = await client.Content.UploadFileAsync(DriveAddress.Me.Path("/Backups/db.bak"), "db.bak");
/// </code>
/// </example>
public sealed class OneDriveClient : IOneDriveClient, IDisposable
{
    private readonly IAccessTokenProvider _tokens;
    private readonly ClientPipeline _pipeline;
    private readonly GraphTransport _transport;
    private readonly AddressedCalls _calls;
    private readonly HttpMessageHandler? _ownTransport;

    /// <summary>Creates a client.</summary>
    /// <param name="tokens">The token provider. It is not disposed.</param>
    /// <param name="options">The options; <see langword="null"/> for the defaults. They are validated and copied.</param>
    /// <param name="transport">
    /// The handler that sends the requests, without redirects and cookies; it is not disposed. <see langword="null"/> creates a connection
    /// pool for the client.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An option is not valid, or the transport follows redirects; the message contains the option and the allowed values.
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
        var calls = _calls = new AddressedCalls(transport, addresses);
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
        Subscriptions = new SubscriptionsClient(transport, calls);
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
    public Task SendAsync(OneDriveRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _calls.SendAsync(request.Path, request.ToPlainCall, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<T> SendAsync<T>(OneDriveRequest<T> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _calls.SendAsync(request.Path, request.ToCall, cancellationToken);
    }

    /// <inheritdoc/>
    public Paged<T> ListAsync<T>(OneDriveRequest<T> request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return _calls.List(request.Path, request.ToListCall);
    }

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

    /// <summary>Closes the connections that the client created.</summary>
    public void Dispose() => _ownTransport?.Dispose();

    private static GraphTransport Connect(IAccessTokenProvider tokens, ClientPipeline pipeline)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        CloudAgreement.Require(pipeline.Settings.Cloud, tokens);
        return pipeline.Connect(tokens);
    }
}
