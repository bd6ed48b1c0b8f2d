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
    private readonly HttpMessageHandler? _ownTransport;

    // Created by the first use: many programs use one of these clients, and some use the client only as a registered service.
    private GraphTransport? _transport;
    private AddressResolver? _addresses;
    private AddressedCalls? _calls;
    private IDrivesClient? _drives;
    private IItemsClient? _items;
    private IContentClient? _content;
    private IChangesClient? _changes;
    private ISharingClient? _sharing;
    private IVersionsClient? _versions;
    private ISubscriptionsClient? _subscriptions;
    private IBatchClient? _batch;

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
    {
        ArgumentNullException.ThrowIfNull(tokens);
        CloudAgreement.Require(pipeline.Settings.Cloud, tokens);
        (_tokens, _pipeline) = (tokens, pipeline);
        _ownTransport = ownsTransport ? pipeline.Transport : null;
    }

    private OneDriveClient(IAccessTokenProvider tokens, ClientPipeline pipeline, GraphTransport transport) =>
        (_tokens, _pipeline, _transport) = (tokens, pipeline, transport);

    /// <inheritdoc/>
    public IDrivesClient Drives => _drives ?? Keep(ref _drives, new DrivesClient(Transport, Addresses, Calls));

    /// <inheritdoc/>
    public IItemsClient Items => _items ?? Keep(ref _items, new ItemsClient(Transport, Addresses, Calls));

    /// <inheritdoc/>
    public IContentClient Content => _content ?? Keep(ref _content, NewContentClient());

    /// <inheritdoc/>
    public IChangesClient Changes => _changes ?? Keep(ref _changes, new ChangesClient(Transport, Addresses));

    /// <inheritdoc/>
    public ISharingClient Sharing => _sharing ?? Keep(ref _sharing, new SharingClient(Calls));

    /// <inheritdoc/>
    public IVersionsClient Versions => _versions ?? Keep(ref _versions, new VersionsClient(Transport, Addresses, Calls));

    /// <inheritdoc/>
    public ISubscriptionsClient Subscriptions => _subscriptions ?? Keep(ref _subscriptions, new SubscriptionsClient(Transport, Calls));

    /// <inheritdoc/>
    public IBatchClient Batch => _batch ?? Keep(ref _batch, new BatchClient(Transport, Addresses));

    private GraphTransport Transport => _transport ?? Keep(ref _transport, _pipeline.Connect(_tokens));

    private AddressResolver Addresses =>
        _addresses ?? Keep(ref _addresses, new AddressResolver(Transport, _pipeline.Settings.DefaultDrive, _tokens));

    private AddressedCalls Calls => _calls ?? Keep(ref _calls, new AddressedCalls(Transport, Addresses));

    /// <inheritdoc/>
    public Task SendAsync(OneDriveRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Calls.SendAsync(request.Path, request.ToPlainCall, cancellationToken);
    }

    /// <inheritdoc/>
    public Task<T> SendAsync<T>(OneDriveRequest<T> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Calls.SendAsync(request.Path, request.ToCall, cancellationToken);
    }

    /// <inheritdoc/>
    public Paged<T> ListAsync<T>(OneDriveRequest<T> request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Calls.List(request.Path, request.ToListCall);
    }

    /// <inheritdoc/>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.RequestUri = CustomRequest.Address(request.RequestUri, _pipeline.Settings.Root);
        var traits = CustomRequest.Traits(request.Method);
        return request.Content is { } content
            ? SendAsync(content, request, traits, cancellationToken)
            : Transport.SendAsync(request, traits, cancellationToken);
    }

    /// <inheritdoc/>
    public IOneDriveClient With(CallOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        OneDriveOptionsValidator.Require(options, nameof(options));
        return new OneDriveClient(_tokens, _pipeline, Transport.With(options));
    }

    /// <summary>Closes the connections that the client created.</summary>
    public void Dispose() => _ownTransport?.Dispose();

    // A body that is sent more than once must be in memory.
    private async Task<HttpResponseMessage> SendAsync(
        HttpContent content, HttpRequestMessage request, RequestTraits traits, CancellationToken cancellationToken)
    {
#if NET9_0_OR_GREATER
        await content.LoadIntoBufferAsync(cancellationToken).ConfigureAwait(false);
#else
        await content.LoadIntoBufferAsync().ConfigureAwait(false);
#endif
        return await Transport.SendAsync(request, traits, cancellationToken).ConfigureAwait(false);
    }

    private ContentClient NewContentClient()
    {
        var (transport, sessions, logger) = (Transport, _pipeline.UploadSessions, _pipeline.Logger);
        var bulk = transport.AsBulk();
        return new ContentClient(
            transport,
            new UploadEngine(transport, sessions, logger),
            new PendingUploads(transport, sessions, logger),
            new PendingCommit(transport, sessions, logger),
            new DownloadEngine(transport, logger),
            new FolderTransfers(bulk, new UploadEngine(bulk, sessions, logger), new DownloadEngine(bulk, logger)),
            Addresses);
    }

    // Of two threads that create a part at the same time one wins, and both use its part.
    private static T Keep<T>(ref T? field, T created)
        where T : class => Interlocked.CompareExchange(ref field, created, null) ?? created;
}
