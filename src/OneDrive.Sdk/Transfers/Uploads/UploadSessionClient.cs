using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Http;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The requests of an upload session. They go to a pre-authenticated address: without a token, and never repeated by the retry handler,
/// since the engine asks the session first.
/// </summary>
internal sealed class UploadSessionClient(GraphTransport transport)
{
    private const string UploadFragment = "Content.UploadFragment";

    /// <summary>Nobody waits longer than this for tidying up.</summary>
    private static readonly TimeSpan CancelLimit = TimeSpan.FromSeconds(10);

    /// <summary>Opens a session.</summary>
    internal async Task<UploadSession> CreateAsync(
        ItemAddress destination, UploadOptions options, long length, CancellationToken cancellationToken)
    {
        var session = await OpenAsync(destination, options, length, cancellationToken).ConfigureAwait(false);
        return session is { UploadUrl: { } text }
            && Uri.TryCreate(text, UriKind.Absolute, out var url)
            && SecureEndpoint.IsSecureFor(transport.Root, url)
            ? session
            : throw new OneDriveConnectionException(
                "Content.CreateUploadSession: the answer has no https address to upload to.")
            { IsTransient = false };
    }

    /// <summary>Sends one fragment.</summary>
    internal Task<SessionReply> PutAsync(Uri uploadUrl, FragmentFeed feed, long length, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, uploadUrl) { Content = new FragmentContent(feed) };
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(feed.Range.Start, feed.Range.End - 1, length);
        return SendAsync(request, UploadFragment, length, cancellationToken);
    }

    /// <summary>Asks the session what it misses.</summary>
    internal Task<SessionReply> AskAsync(Uri uploadUrl, long length, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, uploadUrl), "Content.GetUploadStatus", length, cancellationToken);

    /// <summary>Makes the file of a session that has every byte.</summary>
    internal Task<SessionReply> CommitAsync(Uri uploadUrl, long length, CancellationToken cancellationToken) => SendAsync(
        new HttpRequestMessage(HttpMethod.Post, uploadUrl) { Content = new ByteArrayContent([]) },
        "Content.CommitUpload",
        length,
        cancellationToken);

    /// <summary>Ends the session, if that is possible now; it ends by itself anyway.</summary>
    internal async Task TryCancelAsync(Uri uploadUrl)
    {
        using var limit = new CancellationTokenSource(CancelLimit, transport.TimeProvider);
        using var request = new HttpRequestMessage(HttpMethod.Delete, uploadUrl);
        try
        {
            (await transport.SendAsync(request, Traits("Content.CancelUpload"), limit.Token).ConfigureAwait(false)).Dispose();
        }
        catch (Exception exception) when (exception is OneDriveException or OperationCanceledException)
        {
            // The failure that led here is what the caller must see.
        }
    }

    private async Task<UploadSession> OpenAsync(
        ItemAddress destination, UploadOptions options, long length, CancellationToken cancellationToken)
    {
        try
        {
            return await PatientCall.SendAsync(
                transport, UploadCalls.CreateSession(destination, options, length), cancellationToken).ConfigureAwait(false);
        }
        catch (PreconditionFailedException) when (options.IfMatch is not null)
        {
            // Opening a session can change the eTag, so that the service refuses the very one it gives just now; the cTag stays.
            // https://github.com/OneDrive/onedrive-api-docs/issues/1716
            if (await FindContentTagAsync(destination, options.IfMatch, cancellationToken).ConfigureAwait(false) is not { } contentTag)
                throw;
            return await PatientCall.SendAsync(
                transport, UploadCalls.CreateSession(destination, options, length, contentTag), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The cTag of an item that has this eTag; null when it has another one.</summary>
    private async Task<string?> FindContentTagAsync(ItemAddress destination, string eTag, CancellationToken cancellationToken)
    {
        try
        {
            var item = await transport.SendAsync(ItemCalls.Get(destination), cancellationToken).ConfigureAwait(false);
            return item.ETag == eTag && item.CTag != eTag ? item.CTag : null;
        }
        catch (ItemNotFoundException)
        {
            return null;
        }
    }

    private async Task<SessionReply> SendAsync(
        HttpRequestMessage request, string operation, long length, CancellationToken cancellationToken)
    {
        using var ownedRequest = request;
        HttpResponseMessage response;
        try
        {
            response = await transport.SendAsync(request, Traits(operation), cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveConnectionException exception) when (exception.IsTransient)
        {
            return SessionReply.Unknown(exception);
        }

        using (response)
        {
            return response.IsSuccessStatusCode
                ? await ReadAsync(response, operation, length, cancellationToken).ConfigureAwait(false)
                : Classify(await transport.ReadErrorAsync(response, cancellationToken).ConfigureAwait(false), response);
        }
    }

    private async Task<SessionReply> ReadAsync(
        HttpResponseMessage response, string operation, long length, CancellationToken cancellationToken)
    {
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created
            && await TryReadAsync(response, DriveItem.Read, cancellationToken).ConfigureAwait(false) is { Id.Length: > 0 } item)
        {
            return SessionReply.Completed(item);
        }

        if (await TryReadAsync(response, UploadSession.Read, cancellationToken).ConfigureAwait(false) is { } session
            && ExpectedRanges.TryReadFirst(session.NextExpectedRanges, length, out var missing))
        {
            return missing is { } range
                ? SessionReply.Misses(range)
                : new SessionReply(SessionReplyKind.MissesNothing)
                {
                    Error = new OneDriveConnectionException(
                        $"{operation}: the service has all {length} bytes, but does not complete the file."),
                };
        }

        return SessionReply.Unknown(
            new OneDriveConnectionException($"{operation}: the answer with status {(int)response.StatusCode} cannot be read."));
    }

    private static SessionReply Classify(OneDriveApiException error, HttpResponseMessage response)
    {
        var status = (int)error.StatusCode;
        var kind = status switch
        {
            _ when error is QuotaExceededException => SessionReplyKind.Refused,
            _ when error is ThrottledException && status is not 503 => SessionReplyKind.NotNow,
            _ when RetryRules.NothingWasDone(status, error.RetryAfter) => SessionReplyKind.NotNow,
            _ when RetryRules.IsUnknownOutcome(status, error.RetryAfter) => SessionReplyKind.Unknown,
            416 => SessionReplyKind.OutOfStep,
            404 or 410 => SessionReplyKind.Gone,
            403 when IsMalware(error, response) => SessionReplyKind.Refused,
            401 or 403 => SessionReplyKind.Revoked,
            _ => SessionReplyKind.Refused,
        };
        return new SessionReply(kind) { Error = error, RetryAfter = error.RetryAfter };
    }

    private static bool IsMalware(OneDriveApiException error, HttpResponseMessage response) =>
        error.HasErrorCode(OneDriveErrorCodes.MalwareDetected) || response.Headers.NonValidated.Contains("X-Virus-Infected");

    private async Task<T?> TryReadAsync<T>(HttpResponseMessage response, ModelRead<T> answer, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await transport.ReadAsync(response, answer, mayBeEmpty: true, cancellationToken).ConfigureAwait(false);
        }
        catch (OneDriveException)
        {
            // Not what was asked for: the session is asked what it has.
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
