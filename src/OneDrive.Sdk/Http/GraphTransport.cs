using System.Net;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;
using OneDrive.Sdk.Http.Throttling;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Converts calls to HTTP requests and responses to values or exceptions. The layers above use calls, the layers below HTTP messages.
/// </summary>
internal sealed class GraphTransport(
    HttpMessageInvoker invoker, ClientSettings settings, RetryRules rules, ClientGates gates, CallPriority? priority = null)
{
    /// <summary>More of an error answer is not read: the documented ones are below 2 KiB.</summary>
    private const int MaximumErrorBytes = 64 * 1024;

    private static readonly byte[] NoMembers = "{}"u8.ToArray();

    /// <summary>The same rules the retry handler uses, for engines that own their retries.</summary>
    internal RetryRules Rules => rules;

    internal TimeProvider TimeProvider => settings.TimeProvider;

    /// <summary>The service's clock, to compare the service's times with.</summary>
    internal ServiceClock ServiceClock { get; } = new(settings.TimeProvider);

    /// <summary>How many requests can be in progress at the same time.</summary>
    internal int MaxConcurrentRequests => settings.MaxConcurrentRequests;

    /// <summary>Delays all calls of the principal when a part of a response requires it.</summary>
    internal void Learn(HttpStatusCode statusCode, TimeSpan? retryAfter) =>
        gates.Service.Learn(AdmissionResults.Of(statusCode, retryAfter, rules));

    /// <summary>The same transport with other options.</summary>
    internal GraphTransport With(CallOptions options) => new(
        invoker,
        settings,
        new RetryRules(RetrySettings.From(options, settings.Retry)),
        gates,
        options.Priority ?? priority);

    /// <summary>The same transport for background work, unless the caller set a priority.</summary>
    internal GraphTransport AsBulk() => priority is null ? new(invoker, settings, rules, gates, CallPriority.Bulk) : this;

    /// <summary>The one place that tokens go to.</summary>
    internal Uri Root => settings.Root.Address;

    /// <summary>The dialect of the service, for responses that other code reads.</summary>
    internal ServiceDialect Dialect => settings.Dialect;

    internal TransferSettings Transfers => settings.Transfers;

    private BodyLimit BodyLimit => new(rules.Settings.AttemptTimeout, settings.TimeProvider);

    /// <summary>Sends a call and reads its answer.</summary>
    internal async Task<T> SendAsync<T>(GraphCall<T> call, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(call);
        return await SendAndReadAsync(request, call, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a call once, ignoring failures, when the caller does not need the response.</summary>
    internal async Task<T> SendOnceAsync<T>(GraphCall<T> call, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(call);
        var traits = new RequestTraits { Operation = call.Operation, IsIdempotent = call.IsIdempotent, OwnsRetries = true };
        return await SendAndReadAsync(request, call, traits, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The address to which a call is sent.</summary>
    internal Uri AddressOf<T>(GraphCall<T> call) => settings.Root.Combine(RelativeAddress(call, settings.Dialect));

    /// <summary>Sends a call and returns the response with any status, for callers that read headers or stream the body.</summary>
    internal Task<HttpResponseMessage> SendForResponseAsync<T>(GraphCall<T> call, CancellationToken cancellationToken) =>
        SendForResponseAsync(call, [], cancellationToken);

    /// <summary>Sends a call with further headers.</summary>
    /// <param name="call">The call.</param>
    /// <param name="headers">Headers besides those of the call.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    internal async Task<HttpResponseMessage> SendForResponseAsync<T>(
        GraphCall<T> call, IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(call);
        AddHeaders(request, headers);
        return await SendAsync(request, TraitsOf(call), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Follows a next link of the service. It must be below the service root.</summary>
    internal async Task<T> FollowAsync<T>(Uri link, GraphCall<T> origin, CancellationToken cancellationToken)
    {
        if (!settings.Root.Covers(link))
        {
            throw new OneDriveConnectionException(
                $"{origin.Operation}: the service returned a link to another host ({UrlRedactor.Redact(link)}). The link is not "
                + "followed, because the access token would be sent to that host.")
            { IsTransient = false };
        }

        using var request = new TransportRequest(origin.Method, link);
        AddHeaders(request, origin.Headers);
        return await SendAndReadAsync(request, origin, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a message through all handlers and returns the response with any status.</summary>
    /// <exception cref="OneDriveConnectionException">No response came.</exception>
    internal async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, RequestTraits traits, CancellationToken cancellationToken)
    {
        traits.Rules = rules;
        traits.Priority = priority ?? traits.Priority;
        traits.AttachTo(request);
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        if (!traits.IsAnonymous)
        {
            AddHeaders(request, settings.DefaultHeaders);
        }

        // Ranges, lengths and hashes are those of the file, not of an encoding of it.
        if (traits.CarriesContent && request.Method == HttpMethod.Get)
        {
            request.Headers.Remove("Accept-Encoding");
            request.Headers.TryAddWithoutValidation("Accept-Encoding", "identity");
        }

        try
        {
            var response = await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);

            // What is streamed may come out of a cache, with the time at which it was put there.
            if (!traits.StreamsResponse)
                ServiceClock.Learn(response);
            return response;
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception, cancellationToken))
        {
            throw ConnectionFailure.Wrap(exception, request, traits.Operation);
        }
    }

    /// <summary>Reads an error answer into the exception that stands for it.</summary>
    internal async Task<OneDriveApiException> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await BoundedBody.ReadAsync(response.Content, MaximumErrorBytes, BodyLimit, cancellationToken).ConfigureAwait(false);
        return ReadError(response, body.Span);
    }

    private OneDriveApiException ReadError(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        var request = response.RequestMessage!;
        var wish = RetryAfter.Read(response, settings.TimeProvider);
        var error = ErrorReader.Read(request.Method, PathForMessage(request), response.StatusCode, response.Headers, body, wish);
        if (RequestTraits.Of(request).ReadsChanges)
        {
            error = ErrorReader.ReadOfChanges(error, RestartOf(response));
        }

        error.FollowsUnknownOutcome = RequestTraits.Of(request).HadUnknownOutcome;
        return error;
    }

    /// <summary>Reads the body of a response; an empty body is an empty object if the call accepts one.</summary>
    /// <exception cref="OneDriveApiException">The response is an error, whatever its status.</exception>
    /// <exception cref="OneDriveConnectionException">The response is not what was requested.</exception>
    internal async Task<T> ReadAsync<T>(
        HttpResponseMessage response, ModelRead<T> answer, bool mayBeEmpty, CancellationToken cancellationToken)
    {
        if (response.Content is not PooledBody)
        {
            await BufferedAnswer.BufferAsync(response, BodyLimit, timer: null, cancellationToken).ConfigureAwait(false);
        }

        var body = settings.Dialect.Answer(((PooledBody)response.Content).Memory);
        if (mayBeEmpty && body.IsEmpty)
        {
            body = NoMembers;
        }

        try
        {
            return AnswerReader.Read(body.Span, answer, mayBeEmpty);
        }
        catch (UnexpectedAnswerException exception) when (exception.IsError)
        {
            throw ReadError(response, body.Span);
        }
        catch (JsonException exception)
        {
            throw UnreadableAnswer.Of(response, exception);
        }
    }

    private Task<T> SendAndReadAsync<T>(HttpRequestMessage request, GraphCall<T> call, CancellationToken cancellationToken) =>
        SendAndReadAsync(request, call, TraitsOf(call), cancellationToken);

    private async Task<T> SendAndReadAsync<T>(
        HttpRequestMessage request, GraphCall<T> call, RequestTraits traits, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, traits, cancellationToken).ConfigureAwait(false);
        if (traits.FinishesOnceSent)
            cancellationToken = CancellationToken.None;
        if (response.StatusCode is HttpStatusCode.NotModified && traits.MayBeUnchanged)
        {
            return default!;
        }

        if (response.StatusCode is HttpStatusCode.NotFound && traits is { IsDoneWhenAbsentAfterDoubt: true, HadUnknownOutcome: true })
        {
            return default!;
        }

        if (!response.IsSuccessStatusCode)
        {
            throw await ReadErrorAsync(response, cancellationToken).ConfigureAwait(false);
        }

        var result = call.Answer is not { } answer
            ? default!
            : request.Method != HttpMethod.Get && EmptyAnswer.Is(response, call.MayAnswerNothing)
                ? await GetResultAsync(response, call, cancellationToken).ConfigureAwait(false)
                : await ReadAsync(response, answer, call.MayAnswerNothing, cancellationToken).ConfigureAwait(false);
        call.Complete?.Invoke(result);
        return result;
    }

    /// <summary>
    /// The service completed the operation without returning the result: the result is read, and the operation is not repeated.
    /// </summary>
    private async Task<T> GetResultAsync<T>(HttpResponseMessage response, GraphCall<T> call, CancellationToken cancellationToken)
    {
        if (response.Headers.Location is { } location
            && Uri.TryCreate(response.RequestMessage!.RequestUri!, location, out var address) && settings.Root.Covers(address))
        {
            using var request = new TransportRequest(HttpMethod.Get, address);
            return await SendAndReadAsync(request, EmptyAnswer.Follow(call), cancellationToken).ConfigureAwait(false);
        }

        return call.Result is { } result
            ? await SendAsync(result, cancellationToken).ConfigureAwait(false)
            : throw EmptyAnswer.Of(response, call.Operation);
    }

    /// <summary>The checkpoint to restart from; null if the service did not return one, or returned another host.</summary>
    private DeltaCheckpoint? RestartOf(HttpResponseMessage response) =>
        response.Headers.Location is { } location
        && Uri.TryCreate(response.RequestMessage!.RequestUri, location, out var address)
        && settings.Root.Covers(address)
            ? new DeltaCheckpoint(address.OriginalString)
            : null;

    private string PathForMessage(HttpRequestMessage request) =>
        request.RequestUri is { } address && settings.Root.Covers(address) && !RequestTraits.Of(request).IsAnonymous
            ? UrlRedactor.HideShares(address.AbsolutePath[settings.Root.Address.AbsolutePath.Length..])
            : UrlRedactor.Origin(request.RequestUri);

    private TransportRequest CreateRequest<T>(GraphCall<T> call)
    {
        var request = new TransportRequest(call.Method, AddressOf(call))
        { Content = call.Body is { } body ? settings.Dialect.Content(body) : null };
        AddHeaders(request, call.Headers);
        return request;
    }

    /// <summary>Path and query of a call below the root of the service.</summary>
    internal static string RelativeAddress<T>(GraphCall<T> call, ServiceDialect? dialect = null)
    {
        dialect ??= ServiceDialect.Graph;
        var (path, alias) = dialect.AliasesPaths ? ParameterAliasPath.Rewrite(call.Path) : (call.Path, null);
        var address = new StringBuilder(dialect.Path(path));
        var separator = '?';
        foreach (var (name, value) in alias is { } parameter ? [parameter, .. call.Query] : call.Query)
        {
            address.Append(separator).Append(dialect.Parameter(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return address.ToString();
    }

    private static void AddHeaders(HttpRequestMessage request, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, value))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static string? Expansion<T>(GraphCall<T> call)
    {
        foreach (var (name, value) in call.Query)
        {
            if (name is "$expand" or "expand")
                return value;
        }

        return null;
    }

    private static RequestTraits TraitsOf<T>(GraphCall<T> call) => new()
    {
        Operation = call.Operation,
        IsIdempotent = call.IsIdempotent,
        StreamsResponse = call.StreamsAnswer,
        CarriesContent = call.CarriesContent,
        IsDoneWhenAbsentAfterDoubt = call.IsDoneWhenAbsentAfterDoubt,
        MayBeUnchanged = call.MayBeUnchanged,
        Priority = call.Priority,
        Cost = call.Cost ?? RequestCost.Of(call.Method, call.Path, Expansion(call)),
        FinishesOnceSent = call.FinishesOnceSent,
        ReadsChanges = call.ReadsChanges,
    };
}
