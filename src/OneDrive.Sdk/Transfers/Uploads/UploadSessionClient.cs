using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The requests of an upload session. They use a pre-authenticated URL without a token, and the retry handler does not repeat them, because
/// the engine queries the session first.
/// </summary>
internal sealed class UploadSessionClient(GraphTransport transport)
{
    private const string UploadFragment = "Content.UploadFragment";

    /// <summary>The time limit for deleting a session.</summary>
    private static readonly TimeSpan EndLimit = TimeSpan.FromSeconds(10);

    /// <summary>How long a caller who cancelled waits for the deletion of a session; it then continues in the background.</summary>
    private static readonly TimeSpan CancelledLimit = TimeSpan.FromMilliseconds(750);

    private readonly SpuriousRefusalRetry _steady = new(transport);

    /// <summary>
    /// Creates a session. If the caller cancels, the response to a request that was already sent is still read, and its session is deleted.
    /// </summary>
    internal async Task<UploadSession> CreateAsync(
        UploadJob job, DestinationSnapshot? before, CancellationToken cancellationToken)
    {
        var opening = OpenAsync(job.Destination, job.Options, job.Length, before, cancellationToken);
        try
        {
            var session = await opening.WaitAsync(cancellationToken).ConfigureAwait(false);
            return UrlOf(session) is not null
                ? session
                : throw new OneDriveConnectionException(
                    "Content.CreateUploadSession: the response does not contain an https upload URL.")
                { IsTransient = false };
        }
        catch (OperationCanceledException)
        {
            await WaitAsync(EndOpenedAsync(opening), cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Sends one fragment.</summary>
    internal Task<SessionReply> PutAsync(Uri uploadUrl, FragmentFeed feed, long length, CancellationToken cancellationToken)
    {
        var request = new TransportRequest(HttpMethod.Put, uploadUrl) { Content = new FragmentContent(feed) };
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(feed.Range.Start, feed.Range.End - 1, length);
        return SendAsync(request, UploadFragment, SessionQuestion.Fragment, feed.Range, length, cancellationToken);
    }

    /// <summary>Asks the session what it misses.</summary>
    internal Task<SessionReply> AskAsync(Uri uploadUrl, long length, CancellationToken cancellationToken) => SendAsync(
        new TransportRequest(HttpMethod.Get, uploadUrl),
        "Content.GetUploadStatus",
        SessionQuestion.Status,
        default,
        length,
        cancellationToken);

    /// <summary>Makes the file of a session that has every byte.</summary>
    internal Task<SessionReply> CommitAsync(Uri uploadUrl, long length, CancellationToken cancellationToken) => SendAsync(
        new TransportRequest(HttpMethod.Post, uploadUrl) { Content = new ByteArrayContent([]) },
        "Content.CommitUpload",
        SessionQuestion.Commit,
        default,
        length,
        cancellationToken);

    /// <summary>
    /// Deletes a session if possible; otherwise it expires. The pause of the throttle gate is ignored, because the session may block its
    /// name.
    /// </summary>
    /// <param name="uploadUrl">The address of the session.</param>
    /// <param name="cancellationToken">
    /// Limits the wait to <see cref="CancelledLimit"/>; the deletion itself is tried for <see cref="EndLimit"/>.
    /// </param>
    internal Task EndAsync(Uri uploadUrl, CancellationToken cancellationToken) => WaitAsync(DeleteAsync(uploadUrl), cancellationToken);

    private async Task DeleteAsync(Uri uploadUrl)
    {
        using var limit = new CancellationTokenSource(EndLimit, transport.TimeProvider);
        using var request = new TransportRequest(HttpMethod.Delete, uploadUrl);
        var traits = new RequestTraits
        {
            Operation = "Content.CancelUpload",
            IsAnonymous = true,
            IsIdempotent = true,
            OwnsRetries = true,
            SkipsGate = true,
        };
        try
        {
            (await transport.SendAsync(request, traits, limit.Token).ConfigureAwait(false)).Dispose();
        }
        catch (Exception exception) when (exception is OneDriveException or OperationCanceledException or ObjectDisposedException)
        {
            // The failure that led here is what the caller must see.
        }
    }

    private async Task EndOpenedAsync(Task<UploadSession> opening)
    {
        try
        {
            if (UrlOf(await opening.ConfigureAwait(false)) is { } url)
                await DeleteAsync(url).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // No session was opened, or its address is not known; the caller's cancellation is what he must see.
        }
    }

    /// <summary>Waits for a deletion, which continues in the background, within its own limit.</summary>
    internal async Task WaitAsync(Task tidying, CancellationToken cancellationToken)
    {
        if (!tidying.IsCompleted && !cancellationToken.IsCancellationRequested)
            await tidying.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!tidying.IsCompleted)
            await tidying.WaitAsync(CancelledLimit, transport.TimeProvider, CancellationToken.None)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>The address of a session; null if it is not one that content may be sent to.</summary>
    internal Uri? UrlOf(UploadSession session) =>
        session is { UploadUrl: { } text }
        && Uri.TryCreate(text, UriKind.Absolute, out var url)
        && SecureEndpoint.IsSecureFor(transport.Root, url)
            ? url
            : null;

    private async Task<UploadSession> OpenAsync(
        ItemAddress destination, UploadOptions options, long length, DestinationSnapshot? before, CancellationToken cancellationToken)
    {
        try
        {
            return await _steady.SendAsync(
                UploadCalls.CreateSession(destination, options, length), destination, options.Conflict, cancellationToken)
                .ConfigureAwait(false);
        }
        catch (PreconditionFailedException) when (options.IfMatch is not null)
        {
            // Opening a session can change the eTag, so that the service refuses the very one it gives just now, or gave before an earlier
            // session of this call; the cTag stays. https://github.com/OneDrive/onedrive-api-docs/issues/1716
            if (await FindContentTagAsync(destination, options.IfMatch, before, cancellationToken).ConfigureAwait(false) is not { } tag)
                throw;
            return await _steady.SendAsync(
                UploadCalls.CreateSession(destination, options, length, tag), destination, options.Conflict, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>The cTag of an item that has this eTag, or had it before the first session; null if the eTag differs.</summary>
    private async Task<string?> FindContentTagAsync(
        ItemAddress destination, string eTag, DestinationSnapshot? before, CancellationToken cancellationToken)
    {
        try
        {
            var item = await transport.SendAsync(ItemCalls.Get(destination), cancellationToken).ConfigureAwait(false);
            var isSame = item.ETag == eTag || (before is { CTag: { } tag } && before.ETag == eTag && item.CTag == tag);
            return isSame && item.CTag != eTag ? item.CTag : null;
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
    }

    private async Task<SessionReply> SendAsync(
        HttpRequestMessage request,
        string operation,
        SessionQuestion question,
        ByteRange sent,
        long length,
        CancellationToken cancellationToken)
    {
        using var ownedRequest = request;
        HttpResponseMessage response;
        try
        {
            response = await transport.SendAsync(request, Traits(operation), cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient || IsUnreadable(exception))
        {
            return SessionReply.Unknown(exception) with { Question = question };
        }

        using (response)
        {
            var reply = response.IsSuccessStatusCode
                ? await ReadAsync(response, operation, sent, length, cancellationToken).ConfigureAwait(false)
                : SessionReply.Of(await transport.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false));
            return reply with { Question = question };
        }
    }

    // An unreadable response is treated like no response: query the session.
    private static bool IsUnreadable(OneDriveConnectionException exception) =>
        exception.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };

    private async Task<SessionReply> ReadAsync(
        HttpResponseMessage response, string operation, ByteRange sent, long length, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created
            && await TryReadAsync(response, DriveItem.Read, cancellationToken).ConfigureAwait(false) is { Id.Length: > 0 } item)
        {
            return SessionReply.Completed(item);
        }

        var session = await TryReadAsync(response, SessionAnswer.Read, cancellationToken).ConfigureAwait(false);
        if (session is { IsSilent: true })
            return ReadSilence(response, operation, sent, length);
        if (session is not null && ExpectedRanges.TryReadFirst(session.Ranges, length, out var missing))
            return missing is { } range ? SessionReply.Misses(range) : SessionReply.MissesNothing(operation, length);
        return SessionReply.Unknown(
            new OneDriveConnectionException($"{operation}: the response with status {(int)response.StatusCode} cannot be read."));
    }

    // 202 means that the fragment was accepted. If it was not, the next one is rejected (416), and the session is queried.
    private static SessionReply ReadSilence(HttpResponseMessage response, string operation, ByteRange sent, long length)
    {
        if (response.StatusCode is HttpStatusCode.Accepted && sent.Length > 0)
        {
            return sent.End < length
                ? SessionReply.Misses(new ByteRange(sent.End, length))
                : SessionReply.MissesNothing(operation, length);
        }

        var error = new OneDriveConnectionException(
            $"{operation}: the response with status {(int)response.StatusCode} does not contain the missing ranges (nextExpectedRanges).");
        return response.StatusCode is HttpStatusCode.OK && sent.Length == 0
            ? new SessionReply(SessionReplyKind.Mute) { Error = error }
            : SessionReply.Unknown(error);
    }

    private async Task<T?> TryReadAsync<T>(HttpResponseMessage response, ModelRead<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await transport.ReadAsync(response, answer, mayBeEmpty: true, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveException)
        {
            // Unexpected content: query the session.
            return null;
        }
    }

    private static RequestTraits Traits(string operation) => new()
    {
        Operation = operation,
        IsAnonymous = true,
        IsIdempotent = true,
        OwnsRetries = true,
        Priority = CallPriority.Bulk,
        CarriesContent = operation == UploadFragment,
    };
}
