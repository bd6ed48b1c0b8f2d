using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Throttling.Models;

namespace OneDrive.Sdk.Throttling.Real;

/// <summary>One call of the application over sockets: the SDK as it is, or an HTTP client that repeats on its own.</summary>
internal sealed class RealClient : IDisposable
{
    private const int MaxRetryAttempts = 10;

    private readonly SocketsHttpHandler _transport = new() { AllowAutoRedirect = false, UseCookies = false };
    private readonly OneDriveClient? _client;
    private readonly HttpClient? _http;

    /// <param name="service">Where the service is.</param>
    /// <param name="entry">The model, for its budget.</param>
    /// <param name="clock">The clock of the client; null for an HTTP client that honours Retry-After.</param>
    /// <param name="store">Shares the gate with other processes; null for none.</param>
    internal RealClient(Uri service, ModelEntry entry, TimeProvider? clock, IThrottleStateStore? store = null)
    {
        if (clock is null)
        {
            _http = new HttpClient(_transport) { BaseAddress = new Uri(service, "v1.0/") };
            return;
        }

        var options = new OneDriveOptions
        {
            Cloud = OneDriveCloud.Custom(service, service),
            TimeProvider = clock,
            ResourceUnitsPerMinute = entry.UnitsPerMinute,
            SharedThrottleGate = new SharedThrottleGate(store),
            Transfers = { VerifyContentHash = false },
        };
        var tokens = new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken("token", DateTimeOffset.MaxValue)))
        {
            PrincipalKey = "benchmark",
        };
        _client = new OneDriveClient(tokens, options, _transport);
    }

    internal Task GetAsync(CancellationToken cancellationToken) => _client is null
        ? SendAsync(() => new HttpRequestMessage(HttpMethod.Get, "me/drive/root:/a.txt"), cancellationToken)
        : _client.Items.GetAsync(DriveAddress.Me.Path("/a.txt"), cancellationToken: cancellationToken);

    internal Task UploadAsync(CancellationToken cancellationToken) => SendAsync(
        () => new HttpRequestMessage(HttpMethod.Put, "me/drive/root:/a.txt:/content") { Content = new ByteArrayContent(new byte[10]) },
        cancellationToken);

    public void Dispose()
    {
        _client?.Dispose();
        _http?.Dispose();
        _transport.Dispose();
    }

    private async Task SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            using var request = create();
            using var response = _client is null
                ? await _http!.SendAsync(request, cancellationToken)
                : await _client.With(new CallOptions { Priority = CallPriority.Bulk }).SendAsync(request, cancellationToken);
            if (response.IsSuccessStatusCode)
                return;
            if (_client is not null || attempt >= MaxRetryAttempts)
                throw new HttpRequestException($"Answered {(int)response.StatusCode}.");
            var wait = response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(Math.Min(30, Math.Pow(2, attempt)));
            await Task.Delay(wait, cancellationToken);
        }
    }
}
