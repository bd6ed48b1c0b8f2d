using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>An emulator and a plain HTTP client that talks to it. Knows nothing but URLs, headers and JSON.</summary>
internal sealed class EmulatorClient : IAsyncDisposable
{
    private readonly SocketsHttpHandler _handler = new() { AllowAutoRedirect = false };

    private EmulatorClient(OneDriveEmulator emulator)
    {
        Emulator = emulator;
        Http = new HttpClient(_handler) { BaseAddress = emulator.Endpoint };
        Token = emulator.IssueAccessToken();
        Drive = $"v1.0/drives/{emulator.DefaultUser.Drive.Id}";
    }

    public OneDriveEmulator Emulator { get; }

    public HttpClient Http { get; }

    public string Token { get; set; }

    /// <summary>The path of the default user's drive.</summary>
    public string Drive { get; }

    public EmulatorDrive DriveState => Emulator.DefaultUser.Drive;

    public static async Task<EmulatorClient> StartAsync(Action<EmulatorOptions>? configure = null)
        => new(await OneDriveEmulator.StartAsync(configure));

    public Task<HttpResponseMessage> GetAsync(string path, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Get, path, null, headers);

    public Task<HttpResponseMessage> PostAsync(string path, string json, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Post, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public Task<HttpResponseMessage> PatchAsync(string path, string json, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Patch, path, new StringContent(json, Encoding.UTF8, "application/json"), headers);

    public Task<HttpResponseMessage> PutAsync(string path, byte[] content, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Put, path, new ByteArrayContent(content), headers);

    public Task<HttpResponseMessage> DeleteAsync(string path, params (string Name, string Value)[] headers)
        => SendAsync(HttpMethod.Delete, path, null, headers);

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string path,
        HttpContent? content,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    /// <summary>Sends without a token, as upload and download URLs want it.</summary>
    public Task<HttpResponseMessage> SendAnonymouslyAsync(
        HttpMethod method,
        string url,
        HttpContent? content = null,
        params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, url) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    public Task<HttpResponseMessage> PutFragmentAsync(string uploadUrl, byte[] content, int first, long total)
        => PutFragmentAsync(uploadUrl, new ArraySegment<byte>(content, first, content.Length - first), first, total);

    public Task<HttpResponseMessage> PutFragmentAsync(string uploadUrl, ArraySegment<byte> fragment, long first, long total)
    {
        var content = new ByteArrayContent(fragment.Array!, fragment.Offset, fragment.Count);
        content.Headers.ContentRange = new ContentRangeHeaderValue(first, first + fragment.Count - 1, total);
        return SendAnonymouslyAsync(HttpMethod.Put, uploadUrl, content);
    }

    /// <summary>Opens an upload session and answers its URL.</summary>
    public async Task<string> CreateSessionAsync(string path, string json = "{}", params (string Name, string Value)[] headers)
    {
        using var response = await PostAsync($"{Drive}/root:/{path}:/createUploadSession", json, headers);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await ReadJsonAsync(response))["uploadUrl"]!.GetValue<string>();
    }

    /// <summary>Opens an upload session for two fragments and a bit, and sends the first.</summary>
    public async Task<(string Url, byte[] Content)> BeginUploadAsync(string path)
    {
        var content = Bytes.Of((2 * Bytes.FragmentUnit) + 100);
        var url = await CreateSessionAsync(path);
        using var first = await PutFragmentAsync(url, new ArraySegment<byte>(content, 0, Bytes.FragmentUnit), 0, content.Length);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        return (url, content);
    }

    /// <summary>Asks an upload session what it wants next.</summary>
    public async Task<string[]> GetNextRangesAsync(string url)
    {
        using var response = await SendAnonymouslyAsync(HttpMethod.Get, url);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return [.. (await ReadJsonAsync(response))["nextExpectedRanges"]!.AsArray().Select(range => range!.GetValue<string>())];
    }

    public static async Task<JsonNode> ReadJsonAsync(HttpResponseMessage response)
        => JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    /// <summary>Checks status and error code, and that the body is a complete Graph error.</summary>
    public static async Task AssertErrorAsync(HttpResponseMessage response, int status, string code, string? innerCode = null)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"Expected {status}, got {(int)response.StatusCode}: {text}");
        var error = JsonNode.Parse(text)!["error"]!;
        Assert.Equal(code, error["code"]!.GetValue<string>());
        Assert.NotEmpty(error["message"]!.GetValue<string>());
        Assert.NotNull(error["innerError"]!["date"]);
        Assert.Equal(response.Headers.GetValues("request-id").Single(), error["innerError"]!["request-id"]!.GetValue<string>());
        Assert.Equal(
            response.Headers.GetValues("client-request-id").Single(),
            error["innerError"]!["client-request-id"]!.GetValue<string>());
        Assert.Equal(innerCode, error["innerError"]!["code"]?.GetValue<string>());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _handler.Dispose();
        await Emulator.DisposeAsync();
    }
}
