using System.Net;
using System.Net.Http.Headers;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Http;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Finds the file service of a user with the v1 discovery service. The response determines where tokens are sent, so only hosts in
/// <see cref="ServiceDiscoveryOptions.AllowedHosts"/> are accepted.
/// </summary>
public sealed class ServiceDiscoveryClient : IDisposable
{
    private const int LongestList = 256 * 1024;

    private readonly HttpMessageInvoker _http;
    private readonly RetryRules _rules;
    private readonly TimeProvider _timeProvider;
    private readonly Uri _endpoint;
    private readonly IReadOnlyList<string> _allowedHosts;

    /// <summary>Creates the client.</summary>
    /// <param name="options">The options; <see langword="null"/> for the defaults.</param>
    /// <param name="transport">The connection, which the caller disposes; by default one that follows no redirects.</param>
    /// <param name="timeProvider">The time provider; <see cref="TimeProvider.System"/> by default.</param>
    /// <exception cref="ArgumentException">An option is missing or not valid; the message contains its name.</exception>
    public ServiceDiscoveryClient(
        ServiceDiscoveryOptions? options = null, HttpMessageHandler? transport = null, TimeProvider? timeProvider = null)
    {
        options ??= new ServiceDiscoveryOptions();
        SignInChecks.ThrowIfAny(options.Validate());
        _endpoint = options.Endpoint;
        _allowedHosts = [.. options.AllowedHosts];
        _timeProvider = timeProvider ?? TimeProvider.System;
        _http = new HttpMessageInvoker(transport ?? TokenTransport.Create(), disposeHandler: transport is null);
        _rules = TokenTransport.CreateRules(TimeSpan.FromMinutes(5));
    }

    /// <summary>Finds the file service of the user (capability <c>MyFiles</c>, version <c>v2.0</c>).</summary>
    /// <param name="token">A token for <see cref="ServiceDiscoveryOptions.ResourceId"/>.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="OneDriveAuthenticationException">
    /// The user does not have such a service, the service rejected the request, or its response is not trusted.
    /// </exception>
    /// <exception cref="OneDriveConnectionException">The service did not respond after retries.</exception>
    public async Task<DiscoveredService> FindFilesAsync(AccessToken token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        for (var attempt = 0; ; attempt++)
        {
            var (list, failure) = await AttemptAsync(token, cancellationToken).ConfigureAwait(false);
            if (list is not null)
            {
                return ServiceDiscoveryResponse.Find(list, _allowedHosts) ?? throw NoFiles();
            }

            if (!failure!.IsTransient || attempt >= _rules.Settings.MaxRetryAttempts)
            {
                throw failure;
            }

            await Task.Delay(_rules.DelayBefore(attempt, retryAfter: null), _timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the connection if the client made it.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<(byte[]? List, OneDriveException? Failure)> AttemptAsync(AccessToken token, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_rules.Settings.AttemptTimeout, _timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, _endpoint);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        try
        {
            using var response = await _http.SendAsync(request, either.Token).ConfigureAwait(false);
            if (response.StatusCode is not HttpStatusCode.OK)
            {
                return (null, Refused(response.StatusCode));
            }

            return await BoundedRead.ToArrayAsync(response.Content, LongestList, either.Token).ConfigureAwait(false) is { } list
                ? (list, null)
                : (null, new OneDriveAuthenticationException("The discovery response is longer than 256 KiB."));
        }
        catch (Exception failure) when (ConnectionFailure.Is(failure, cancellationToken))
        {
            var reason = timeout.IsCancellationRequested ? "no response before the timeout" : ConnectionFailure.Reason(failure);
            return (null, new OneDriveConnectionException($"GET {UrlRedactor.Redact(_endpoint)} did not return a usable response: "
                + $"{reason}.", failure)
            {
                IsTransient = ConnectionFailure.IsTransient(failure),
            });
        }
    }

    private OneDriveAuthenticationException Refused(HttpStatusCode status) =>
        new($"GET {UrlRedactor.Redact(_endpoint)}: {(int)status}. Redirects are not followed for requests that carry a token.")
        {
            IsTransient = (int)status is 408 or 429 or >= 500,
            Hint = "Microsoft retired the discovery service. Configure the host of the tenant instead.",
        };

    private static OneDriveAuthenticationException NoFiles() =>
        new("The discovery response does not list a file service for the user (capability MyFiles, version v2.0).")
        {
            Hint = "Check that the account has OneDrive for Business.",
        };
}
