using System.Globalization;
using System.Text.Json;

namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>
/// A service with files, upload sessions and download addresses, in memory and without a socket, that fails as it is told.
/// </summary>
internal sealed class FakeService(TimeProvider clock) : HttpMessageHandler
{
    private const string Graph = "https://graph.microsoft.com/v1.0/";
    private const string UploadHost = "https://upload.example/SECRET-";
    private const string DownloadHost = "https://download.example/SECRET-";

    private readonly object _gate = new();
    private readonly List<(FakeStep Step, int Skip, int Count, FakeFault Fault)> _faults = [];
    private readonly List<FakeExchange> _exchanges = [];
    private int _number;

    internal Dictionary<string, FakeItem> Items { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, FakeSession> Sessions { get; } = new(StringComparer.Ordinal);

    internal IReadOnlyList<FakeExchange> Exchanges
    {
        get
        {
            lock (_gate)
            {
                return [.. _exchanges];
            }
        }
    }

    internal IReadOnlyList<FakeExchange> Of(FakeStep step) => [.. Exchanges.Where(exchange => exchange.Step == step)];

    /// <summary>What the service says of its drives.</summary>
    internal string DriveType { get; set; } = "business";

    /// <summary>The status with which the service refuses once to make a file of the bytes it has.</summary>
    internal int? RefusalOfNextCommit { get; set; }

    internal string Ranges =>
        string.Join(' ', Of(FakeStep.Fragment).Select(exchange => exchange.Header("Content-Range")!["bytes ".Length..]));

    /// <summary>Lets the fault strike requests of a kind, after some have passed.</summary>
    internal void Fail(FakeStep step, FakeFault fault, int after = 0, int times = 1) => _faults.Add((step, after, times, fault));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        HttpResponseMessage response;
        lock (_gate)
        {
            var step = StepOf(request);
            var headers = request.Headers.NonValidated.Concat(request.Content?.Headers.NonValidated ?? default)
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
            var exchange = new FakeExchange(step, request.RequestUri!, headers, body);
            _exchanges.Add(exchange);
            var work = () => Work(exchange);
            response = TakeFault(step) is { } fault ? fault(work) : work();
        }

        response.RequestMessage = request;
        return response;
    }

    private static FakeStep StepOf(HttpRequestMessage request)
    {
        var url = request.RequestUri!.AbsoluteUri;
        var method = request.Method.Method;
        if (url.StartsWith(UploadHost, StringComparison.Ordinal))
            return method switch { "PUT" => FakeStep.Fragment, "GET" => FakeStep.Status, "POST" => FakeStep.Commit, _ => FakeStep.Cancel };
        if (url.StartsWith(DownloadHost, StringComparison.Ordinal))
            return FakeStep.Bytes;
        if (request.RequestUri.AbsolutePath.EndsWith("createUploadSession", StringComparison.Ordinal))
            return FakeStep.CreateSession;
        if (request.RequestUri.AbsolutePath.EndsWith("content", StringComparison.Ordinal))
            return method == "PUT" ? FakeStep.PutContent : FakeStep.GetContent;
        if (request.RequestUri.AbsolutePath.EndsWith("/children", StringComparison.Ordinal))
            return FakeStep.ListChildren;
        if (request.RequestUri.AbsolutePath.EndsWith("/me/drive", StringComparison.Ordinal))
            return FakeStep.GetDrive;
        return method switch { "PATCH" => FakeStep.PatchItem, "PUT" => FakeStep.CommitItem, _ => FakeStep.GetItem };
    }

    private FakeFault? TakeFault(FakeStep step)
    {
        FakeFault? taken = null;
        for (var index = 0; index < _faults.Count; index++)
        {
            var (faultStep, skip, count, fault) = _faults[index];
            if (faultStep != step || count == 0)
                continue;
            if (skip == 0 && taken is null)
            {
                taken = fault;
                _faults[index] = (faultStep, 0, count - 1, fault);
            }
            else if (skip > 0)
            {
                _faults[index] = (faultStep, skip - 1, count, fault);
            }
        }

        return taken;
    }

    private HttpResponseMessage Work(FakeExchange exchange)
    {
        var path = exchange.Url.AbsoluteUri.StartsWith(Graph, StringComparison.Ordinal) ? exchange.Url.AbsolutePath["/v1.0/".Length..] : "";
        var file = path.Split(":/content")[0].Split(":/createUploadSession")[0];
        return exchange.Step switch
        {
            FakeStep.CreateSession => CreateSession(file, exchange),
            FakeStep.Fragment => Fragment(exchange),
            FakeStep.Status => Status(exchange.Url.AbsoluteUri),
            FakeStep.Cancel => Sessions.Remove(exchange.Url.AbsoluteUri) ? FakeFaults.Response(204) : NotFound(),
            FakeStep.PutContent => Save(file, exchange.Body, exchange.Url.Query.Split('=')[1]),
            FakeStep.GetContent when Items.ContainsKey(file) =>
                FakeFaults.Response(
                    302,
                    null,
                    (
                        "Location",
                        string.Create(CultureInfo.InvariantCulture, $"{DownloadHost}{++_number}?file={Uri.EscapeDataString(file)}"))),
            FakeStep.Bytes => Bytes(exchange),
            FakeStep.Commit => Commit(exchange.Url.AbsoluteUri, null, null),
            FakeStep.CommitItem => CommitItem(file, exchange),
            FakeStep.GetDrive => FakeFaults.Response(200, $"{{\"id\":\"d1\",\"driveType\":\"{DriveType}\"}}"),
            FakeStep.ListChildren => ListChildren(path[..^"/children".Length].TrimEnd(':')),
            _ => Items.GetValueOrDefault(file) is { } item ? FakeFaults.Response(200, item.ToJson()) : NotFound(),
        };
    }

    private HttpResponseMessage CreateSession(string file, FakeExchange exchange)
    {
        using var body = JsonDocument.Parse(exchange.Body);
        var conflict = body.RootElement.GetProperty("item").GetProperty("@microsoft.graph.conflictBehavior").GetString()!;
        var url = string.Create(CultureInfo.InvariantCulture, $"{UploadHost}{++_number}?tempauth=SECRET");
        Sessions[url] = new FakeSession(file, conflict) { IsDeferred = body.RootElement.TryGetProperty("deferCommit", out _) };
        return FakeFaults.Response(
            200, $$"""{"uploadUrl":"{{url}}","expirationDateTime":"2026-04-01T00:00:00Z","nextExpectedRanges":["0-"]}""");
    }

    private HttpResponseMessage Fragment(FakeExchange exchange)
    {
        if (!Sessions.TryGetValue(exchange.Url.AbsoluteUri, out var session))
            return NotFound();

        var range = exchange.Header("Content-Range")!["bytes ".Length..].Split('-', '/');
        var (start, last, total) = (
            int.Parse(range[0], CultureInfo.InvariantCulture),
            int.Parse(range[1], CultureInfo.InvariantCulture),
            int.Parse(range[2], CultureInfo.InvariantCulture));
        if (last - start + 1 != exchange.Body.Length
            || (last + 1 != total && exchange.Body.Length % OneDriveTransferOptions.FragmentAlignment != 0))
            return FakeFaults.Response(400);
        if (start != session.Received.Count)
            return FakeFaults.Response(416, """{"error":{"code":"invalidRange"}}""");

        session.Received.AddRange(exchange.Body);
        session.Total = total;
        return session.Received.Count < total || session.IsDeferred
            ? FakeFaults.Response(202, RangesOf(session))
            : Commit(exchange.Url.AbsoluteUri, null, null);
    }

    private HttpResponseMessage CommitItem(string file, FakeExchange exchange)
    {
        using var body = JsonDocument.Parse(exchange.Body);
        return Commit(
            body.RootElement.GetProperty("@microsoft.graph.sourceUrl").GetString()!,
            file,
            body.RootElement.GetProperty("@microsoft.graph.conflictBehavior").GetString());
    }

    private HttpResponseMessage Commit(string url, string? file, string? conflict)
    {
        if (!Sessions.TryGetValue(url, out var session))
            return NotFound();
        if (session.Received.Count != session.Total)
            return FakeFaults.Response(400);
        if (RefusalOfNextCommit is { } status)
        {
            RefusalOfNextCommit = null;
            return FakeFaults.Response(status, status == 409 ? "{\"error\":{\"code\":\"nameAlreadyExists\"}}" : null);
        }

        var response = Save(file ?? session.File, [.. session.Received], conflict ?? session.Conflict);
        if (response.IsSuccessStatusCode)
            Sessions.Remove(url);
        return response;
    }

    private HttpResponseMessage Status(string url) =>
        Sessions.TryGetValue(url, out var session) ? FakeFaults.Response(200, RangesOf(session)) : NotFound();

    private static string RangesOf(FakeSession session) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"expirationDateTime":"2026-04-01T00:00:00Z","nextExpectedRanges":["{{session.Received.Count}}-"]}""");

    private HttpResponseMessage Save(string file, byte[] content, string conflict)
    {
        if (conflict == "rename" && Items.ContainsKey(file))
            file = Enumerable.Range(1, int.MaxValue).Select(number => NumberedName(file, number)).First(name => !Items.ContainsKey(name));
        var name = Uri.UnescapeDataString(file[(file.LastIndexOf('/') + 1)..]);
        var old = Items.GetValueOrDefault(file);
        if (old is not null && conflict == "fail")
            return FakeFaults.Response(409, """{"error":{"code":"nameAlreadyExists","message":"taken"}}""");

        var now = clock.GetUtcNow();
        Items[file] = old is null
            ? new FakeItem(name, content) { Id = NewId(), Created = now, LastModified = now }
            : old with { Content = content, Version = old.Version + 1, LastModified = now };
        return FakeFaults.Response(old is null ? 201 : 200, Items[file].ToJson());
    }

    private string NewId() => Items.Values.All(item => item.Id != "item-1") ? "item-1" : $"item-{Items.Count + 1}";

    private static string NumberedName(string file, int number) => string.Create(
        CultureInfo.InvariantCulture, $"{file[..^Path.GetExtension(file).Length]}%20{number}{Path.GetExtension(file)}");

    private HttpResponseMessage ListChildren(string folder)
    {
        var children = Items.Where(item => item.Key[..item.Key.LastIndexOf('/')].TrimEnd(':') == folder);
        return FakeFaults.Response(200, $"{{\"value\":[{string.Join(',', children.Select(child => child.Value.ToJson()))}]}}");
    }

    private HttpResponseMessage Bytes(FakeExchange exchange)
    {
        var item = Items[Uri.UnescapeDataString(exchange.Url.Query["?file=".Length..])];
        var range = exchange.Header("Range")?["bytes=".Length..].Split('-');
        var tag = string.Create(CultureInfo.InvariantCulture, $"\"bytes-{item.Version}\"");
        if (exchange.Header("If-Range") is { } condition && condition != tag)
            range = null;
        var start = range is null ? 0 : int.Parse(range[0], CultureInfo.InvariantCulture);
        if (range is not null && start >= item.Content.Length)
            return FakeFaults.Response(416);

        var last = item.Content.Length - 1;
        if (range is not null && range[1].Length > 0)
            last = Math.Min(last, int.Parse(range[1], CultureInfo.InvariantCulture));
        var response = FakeFaults.Response(range is null ? 200 : 206, null, ("ETag", tag));
        response.Content = new ByteArrayContent(item.Content, start, last - start + 1);
        if (range is not null)
            response.Content.Headers.ContentRange = new(start, last, item.Content.Length);
        return response;
    }

    private static HttpResponseMessage NotFound() =>
        FakeFaults.Response(404, """{"error":{"code":"itemNotFound","message":"not there"}}""");
}
