using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Emulator.Tests.Clients;

/// <summary>
/// Sends what an unmodified client sends, to the addresses of the real service, and demands what every client demands: the status, JSON
/// without a null, and addresses on https only.
/// </summary>
internal sealed class ReplayedClient : IAsyncDisposable
{
    public const string Graph = "https://graph.microsoft.com/v1.0";
    public const string SignIn = "https://login.microsoftonline.com";

    private readonly OneDriveEmulator _emulator;
    private readonly HttpClient _http;
    private readonly string _authorization;

    private ReplayedClient(OneDriveEmulator emulator, string scheme)
    {
        _emulator = emulator;
        _http = new HttpClient(new PublicFront(emulator.Endpoint));
        _authorization = $"{scheme} {emulator.IssueAccessToken(emulator.DefaultUser)}";
    }

    public EmulatorDrive State => _emulator.DefaultUser.Drive;

    /// <summary>The drive by its id, as most clients address it.</summary>
    public string Drive => $"{Graph}/drives/{State.Id}";

    public string RootId => State.FindItem(string.Empty)!.Id;

    public static async Task<ReplayedClient> StartAsync(EmulatorDriveType driveType, string scheme = "Bearer", int pageSize = 200)
        => new(
            await OneDriveEmulator.StartAsync(options =>
            {
                options.DriveType = driveType;
                options.PageSize = pageSize;
                options.Lenient = true;
                options.RefuseAuthorizationOnAnonymousUrls = false;
            }),
            scheme);

    public Task<HttpResponseMessage> SendAsync(
        string method, string url, HttpContent? content = null, bool withToken = true, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = content };
        if (withToken)
        {
            request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _http.SendAsync(request);
    }

    /// <summary>Sends JSON, or nothing, and reads the JSON of the answer, which must have this status.</summary>
    public async Task<JsonNode> AskAsync(
        string method,
        string url,
        string? json = null,
        int status = 200,
        bool withToken = true,
        params (string Name, string Value)[] headers)
    {
        using var content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await SendAsync(method, url, content, withToken, headers);
        return await ReadAsync(response, status);
    }

    public Task<JsonNode> GetAsync(string url) => AskAsync("GET", url);

    /// <summary>Sends a fragment to an upload URL.</summary>
    public async Task<JsonNode> PutFragmentAsync(
        string uploadUrl, ReadOnlyMemory<byte> fragment, long first, long total, int status, bool withToken)
    {
        using var content = new ReadOnlyMemoryContent(fragment);
        content.Headers.TryAddWithoutValidation("Content-Range", $"bytes {first}-{first + fragment.Length - 1}/{total}");
        using var response = await SendAsync("PUT", uploadUrl, content, withToken, withToken ? [] : [("Expect", "100-continue")]);
        return await ReadAsync(response, status);
    }

    public async Task<byte[]> DownloadAsync(string url, bool withToken, string? range = null)
    {
        using var redirect = await SendAsync("GET", url, headers: range is null ? [] : [("Range", range)]);
        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        using var response = await SendAsync(
            "GET", redirect.Headers.Location!.AbsoluteUri, null, withToken, range is null ? [] : [("Range", range)]);
        Assert.Equal(range is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent, response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    public static async Task<JsonNode> ReadAsync(HttpResponseMessage response, int status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"Expected {status}, got {(int)response.StatusCode}: {text}");
        Assert.DoesNotContain("http://", text, StringComparison.Ordinal);
        Assert.DoesNotContain(":null", text, StringComparison.Ordinal);
        if (status == 204)
        {
            Assert.Empty(text);
        }

        return text.Length == 0 ? new JsonObject() : JsonNode.Parse(text)!;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }
}
