using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Webhooks;

/// <summary>Calls the web addresses of subscriptions, as the service does.</summary>
internal sealed class WebhookSender(TimeProvider time) : IDisposable
{
    private static readonly TimeSpan ValidationLimit = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan DeliveryLimit = TimeSpan.FromSeconds(3);

    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
    });

    /// <summary>
    /// Asks an address whether it expects notifications: it must answer 200 with the token as plain text. Null when it does. See
    /// https://learn.microsoft.com/graph/change-notifications-delivery-webhooks.
    /// </summary>
    public async Task<string?> FindValidationProblemAsync(Uri url, CancellationToken cancellationToken)
    {
        // With characters that have to be decoded, so that a receiver that repeats what it got is noticed.
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()} +%&";
        var separator = url.Query.Length > 0 ? '&' : '?';
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri($"{url.OriginalString}{separator}validationToken={Uri.EscapeDataString(token)}"))
        {
            Content = new ByteArrayContent([]) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } },
        };
        using var limit = new CancellationTokenSource(ValidationLimit, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _client.SendAsync(request, ended.Token).ConfigureAwait(false);
            var text = await response.Content.ReadAsStringAsync(ended.Token).ConfigureAwait(false);
            return (response.StatusCode, response.Content.Headers.ContentType?.MediaType, text) switch
            {
                (not HttpStatusCode.OK, _, _) => $"Response must be 200, but is {(int)response.StatusCode}.",
                (_, not "text/plain", _) => "The content type of the response must be text/plain.",
                (_, _, var body) when body != token => "The response must be the validation token, decoded.",
                _ => null,
            };
        }
        catch (HttpRequestException)
        {
            return "The address cannot be reached.";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "The validation request timed out.";
        }
    }

    /// <summary>Delivers a notification. False when the receiver did not take it.</summary>
    public async Task<bool> TryDeliverAsync(Uri url, JsonObject payload, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new ByteArrayContent(JsonText.ToBytes(payload))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" } },
            },
        };
        using var limit = new CancellationTokenSource(DeliveryLimit, time);
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await _client.SendAsync(request, ended.Token).ConfigureAwait(false);
            return response.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose() => _client.Dispose();
}
