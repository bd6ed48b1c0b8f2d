using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Http;

/// <summary>
/// Turns calls into HTTP and answers into values or exceptions. Everything above it speaks in calls, everything below in messages.
/// </summary>
internal sealed class GraphTransport(HttpMessageInvoker invoker, ClientSettings settings, RetryRules rules, ThrottleGate gate)
{
    /// <summary>More of an error answer is not read: the documented ones are below 2 KiB.</summary>
    private const int MaximumErrorBytes = 64 * 1024;

    /// <summary>The same rules the retry handler uses, for engines that own their retries.</summary>
    internal RetryRules Rules => rules;

    internal TimeProvider TimeProvider => settings.TimeProvider;

    /// <summary>How many requests can be under way at the same time.</summary>
    internal int MaxConcurrentRequests => settings.MaxConcurrentRequests;

    /// <summary>How often the service refused work because there was too much, to this client or to one that shares its gate.</summary>
    internal long ThrottleRefusals => gate.CoolDown.Refusals;

    /// <summary>Lets all calls of the client wait when a part of an answer asks for it.</summary>
    internal void Learn(HttpStatusCode statusCode, TimeSpan? wait) => gate.Learn(statusCode, wait, settings.TimeProvider);

    /// <summary>The one place that tokens go to.</summary>
    internal Uri Root => settings.Root.Address;

    /// <summary>The words of the service, for answers that others read.</summary>
    internal ServiceDialect Dialect => settings.Dialect;

    internal TransferSettings Transfers => settings.Transfers;

    /// <summary>Sends a call and reads its answer.</summary>
    internal async Task<T> SendAsync<T>(GraphCall<T> call, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(call);
        var answer = await SendAndReadAsync(request, call.Answer, TraitsOf(call), cancellationToken).ConfigureAwait(false);
        call.Complete?.Invoke(answer);
        return answer;
    }

    /// <summary>The address to which a call is sent.</summary>
    internal Uri AddressOf<T>(GraphCall<T> call) => settings.Root.Combine(RelativeAddress(call, settings.Dialect));

    /// <summary>Sends a call and hands over the answer whatever its status, for callers that read headers or stream the body.</summary>
    internal async Task<HttpResponseMessage> SendForResponseAsync<T>(GraphCall<T> call, CancellationToken cancellationToken)
    {
        using var request = CreateRequest(call);
        return await SendAsync(request, TraitsOf(call), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Follows a link that the service gave for more of the same. It must stay below the service settings.Root.</summary>
    internal async Task<T> FollowAsync<T>(Uri link, GraphCall<T> origin, CancellationToken cancellationToken)
    {
        if (!settings.Root.Covers(link))
        {
            throw new OneDriveConnectionException(
                $"{origin.Operation}: the service answered with a link to another place ({UrlRedactor.Redact(link)}); it is not "
                + "followed, since a token would go there.")
            { IsTransient = false };
        }

        using var request = new HttpRequestMessage(origin.Method, link);
        AddHeaders(request, origin.Headers);
        var answer = await SendAndReadAsync(request, origin.Answer, TraitsOf(origin), cancellationToken).ConfigureAwait(false);
        origin.Complete?.Invoke(answer);
        return answer;
    }

    /// <summary>Sends a message through the whole chain and hands over the answer whatever its status.</summary>
    /// <exception cref="OneDriveConnectionException">No answer came.</exception>
    internal async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, RequestTraits traits, CancellationToken cancellationToken)
    {
        traits.AttachTo(request);
        request.Headers.TryAddWithoutValidation("User-Agent", settings.UserAgent);
        if (!traits.IsAnonymous)
        {
            AddHeaders(request, settings.DefaultHeaders);
        }

        try
        {
            return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (ConnectionFailure.Is(exception, cancellationToken))
        {
            throw ConnectionFailure.Wrap(exception, request, traits.Operation);
        }
    }

    /// <summary>Reads an error answer into the exception that stands for it.</summary>
    internal async Task<OneDriveApiException> ReadErrorAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var request = response.RequestMessage!;
        var body = await BoundedBody.ReadAsync(response.Content, MaximumErrorBytes, cancellationToken).ConfigureAwait(false);
        var error = ErrorReader.Read(
            request.Method, PathForMessage(request), response.StatusCode, response.Headers, body.Span, RetryAfter.Read(
                response, settings.TimeProvider));
        if (RequestTraits.Of(request).ReadsChanges)
        {
            error = ErrorReader.ReadOfChanges(error, RestartOf(response));
        }

        error.FollowsUnknownOutcome = RequestTraits.Of(request).HadUnknownOutcome;
        return error;
    }

    private async Task<T> SendAndReadAsync<T>(
        HttpRequestMessage request, JsonTypeInfo<T>? answer, RequestTraits traits, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, traits, cancellationToken).ConfigureAwait(false);
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

        if (answer is null)
        {
            return default!;
        }

        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return JsonSerializer.Deserialize(settings.Dialect.Answer(bytes), answer) ?? throw new JsonException("The answer is null.");
        }
        catch (JsonException exception)
        {
            throw new OneDriveConnectionException(
                $"{request.Method} {UrlRedactor.Redact(request.RequestUri)}: the answer with status {(int)response.StatusCode} cannot be "
                + $"read as JSON. {exception.Message}",
                exception);
        }
    }

    /// <summary>Where changes are read from the beginning; null when the service does not say, or names another place.</summary>
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

    private HttpRequestMessage CreateRequest<T>(GraphCall<T> call)
    {
        var request = new HttpRequestMessage(call.Method, AddressOf(call))
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

    private static RequestTraits TraitsOf<T>(GraphCall<T> call) => new()
    {
        Operation = call.Operation,
        IsIdempotent = call.IsIdempotent,
        StreamsResponse = call.StreamsAnswer,
        CarriesContent = call.CarriesContent,
        IsDoneWhenAbsentAfterDoubt = call.IsDoneWhenAbsentAfterDoubt,
        MayBeUnchanged = call.MayBeUnchanged,
        ReadsChanges = call.ReadsChanges,
    };
}
