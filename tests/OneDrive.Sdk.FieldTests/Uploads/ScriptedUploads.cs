using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>
/// A small drive with upload sessions, on the scripted service, as the documentation of createUploadSession describes it. A case bends it:
/// it sees each request first, and answers it or leaves it to the drive.
/// </summary>
internal sealed class ScriptedUploads : IAsyncDisposable
{
    internal const int Length = 2_000_000;
    internal const string Name = "x.bin";

    private readonly object _gate = new();
    private readonly ConcurrentDictionary<UploadStep, int> _counts = new();
    private readonly Func<UploadRequest, Answer?> _bend;
    private int _number;

    /// <param name="bend">Answers a request; <see langword="null"/> leaves it to the drive.</param>
    /// <param name="factor">How much faster than the system's the clock of the service and of the client runs.</param>
    internal ScriptedUploads(Func<UploadRequest, Answer?>? bend = null, double factor = 100)
    {
        _bend = bend ?? (_ => null);
        Clock = new FastTime(factor);
        Service = new ScriptedService(Reply, Clock);
        Content = FieldData.Bytes(Length);
    }

    internal FastTime Clock { get; }

    internal ScriptedService Service { get; }

    /// <summary>What the cases upload.</summary>
    internal byte[] Content { get; init; }

    /// <summary>The files by name.</summary>
    internal ConcurrentDictionary<string, ScriptedFile> Files { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The sessions that are open, by the path of their address.</summary>
    internal ConcurrentDictionary<string, ScriptedSession> Sessions { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether a name cannot get a second session while it has one, as on drives of organizations.</summary>
    internal bool BlocksNames { get; init; }

    /// <summary>Whether new files have no hash yet.</summary>
    internal bool HidesHashes { get; init; }

    internal byte[]? Uploaded => Files.GetValueOrDefault(Name)?.Content;

    /// <summary>How many requests of a step there were.</summary>
    internal int Count(UploadStep step) => _counts.GetValueOrDefault(step);

    /// <summary>What Task.Delay is for the service: a wait by its clock.</summary>
    internal Task Wait(TimeSpan time) => Task.Delay(time, timeProvider: Clock);

    /// <summary>The client of the cases, with the same clock unless it is configured otherwise.</summary>
    internal OneDriveClient Connect(Action<OneDriveOptions>? configure = null) => FieldClient.Create(Service, options =>
    {
        options.TimeProvider = Clock;
        configure?.Invoke(options);
    });

    internal async Task<UploadResult> UploadAsync(
        UploadOptions? options = null, Action<OneDriveOptions>? configure = null, CancellationToken cancellationToken = default)
    {
        using var client = Connect(configure);
        return await UploadAsync(client, options, cancellationToken);
    }

    internal async Task<UploadResult> UploadAsync(
        OneDriveClient client, UploadOptions? options = null, CancellationToken cancellationToken = default) =>
        await client.Content.UploadAsync(
            DriveAddress.Me.Path("/" + Name), new MemoryStream(Content), options ?? Replacing, cancellationToken);

    internal static UploadOptions Replacing { get; } = new() { Conflict = ConflictBehavior.Replace };

    internal void Put(ScriptedFile file) => Files[file.Name] = file;

    /// <summary>Makes the file of a session as if the service had done so by itself.</summary>
    internal void Complete(string path)
    {
        lock (_gate)
        {
            Save(path);
        }
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    internal static string RangesJson(params string[] ranges)
    {
        var list = string.Join(',', ranges.Select(range => $"\"{range}\""));
        return $$"""{"expirationDateTime":"2030-01-01T00:00:00Z","nextExpectedRanges":[{{list}}]}""";
    }

    private Answer? Reply(ScriptedRequest request)
    {
        if (StepOf(request) is not { } step)
        {
            return null;
        }

        var number = _counts.AddOrUpdate(step, 1, (_, count) => count + 1);
        return _bend(new UploadRequest(request, step, number, () => Locked(request, step))) ?? Locked(request, step);
    }

    private Answer Locked(ScriptedRequest request, UploadStep step)
    {
        lock (_gate)
        {
            return Work(request, step);
        }
    }

    private static UploadStep? StepOf(ScriptedRequest request) => (request.Method, request.DecodedPath) switch
    {
        ("POST", var path) when path.EndsWith("/createUploadSession", StringComparison.Ordinal) => UploadStep.CreateSession,
        ("PUT", var path) when path.StartsWith("/up/", StringComparison.Ordinal) => UploadStep.Fragment,
        ("GET", var path) when path.StartsWith("/up/", StringComparison.Ordinal) => UploadStep.Status,
        ("DELETE", var path) when path.StartsWith("/up/", StringComparison.Ordinal) => UploadStep.Cancel,
        ("PUT", var path) when path.EndsWith("/content", StringComparison.Ordinal) => UploadStep.PutContent,
        ("GET", var path) when path.EndsWith("/children", StringComparison.Ordinal) => UploadStep.ListChildren,
        ("PUT", _) => UploadStep.Commit,
        ("GET", _) => UploadStep.GetItem,
        _ => null,
    };

    private Answer Work(ScriptedRequest request, UploadStep step) => step switch
    {
        UploadStep.CreateSession => CreateSession(request),
        UploadStep.Fragment => Fragment(request),
        UploadStep.Status => Sessions.TryGetValue(request.Path, out var session) ? StatusOf(session) : NotFound,
        UploadStep.Cancel => Sessions.TryRemove(request.Path, out _) ? Answer.Of(204) : NotFound,
        UploadStep.PutContent => Put(request),
        UploadStep.ListChildren => Answer.Json($"{{\"value\":[{string.Join(',', Files.Values.Select(file => file.Json))}]}}"),
        UploadStep.Commit => Commit(request),
        _ => FileOf(request) is { } file ? Answer.Json(file.Json) : NotFound,
    };

    private static Answer NotFound => Answer.Error(404, "itemNotFound");

    private static Answer Taken => Answer.Error(409, "nameAlreadyExists");

    private static Answer StatusOf(ScriptedSession session) =>
        Answer.Json(session.HasEverything ? RangesJson() : RangesJson($"{session.Received.Count}-"));

    private static string NameOf(ScriptedRequest request)
    {
        var path = request.DecodedPath.Split(":/createUploadSession")[0].Split(":/content")[0].Split("/content")[0].TrimEnd(':');
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private ScriptedFile? FileOf(ScriptedRequest request)
    {
        var name = NameOf(request);
        return request.DecodedPath.Contains("/items/", StringComparison.Ordinal)
            ? Files.Values.FirstOrDefault(file => file.Id == name)
            : Files.GetValueOrDefault(name);
    }

    private Answer CreateSession(ScriptedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        var item = body.RootElement.GetProperty("item");
        var conflict = item.GetProperty("@microsoft.graph.conflictBehavior").GetString()!;
        var name = NameOf(request);
        if ((conflict == "fail" && Files.ContainsKey(name)) || (BlocksNames && Sessions.Values.Any(other => other.Name == name)))
        {
            return Taken;
        }

        var path = string.Create(CultureInfo.InvariantCulture, $"/up/{++_number}");
        Sessions[path] = new ScriptedSession(name, conflict)
        {
            AskedCreated = TimeOf(item, "createdDateTime"),
            AskedModified = TimeOf(item, "lastModifiedDateTime"),
        };
        return Answer.Json(
            $$"""{"uploadUrl":"{{Service.At(path)}}","expirationDateTime":"2030-01-01T00:00:00Z","nextExpectedRanges":["0-"]}""");
    }

    private static DateTimeOffset? TimeOf(JsonElement item, string name) =>
        item.TryGetProperty("fileSystemInfo", out var times) && times.TryGetProperty(name, out var time) ? time.GetDateTimeOffset() : null;

    private Answer Fragment(ScriptedRequest request)
    {
        if (!Sessions.TryGetValue(request.Path, out var session))
        {
            return NotFound;
        }

        var range = new UploadRequest(request, UploadStep.Fragment, 0, null!).Range;
        if (range.End != range.Total && (range.End - range.Start) % 327_680 != 0)
        {
            return Answer.Error(400, "invalidRequest");
        }

        if (range.Start != session.Received.Count)
        {
            return Answer.Error(416, "invalidRange");
        }

        session.Received.AddRange(request.Body);
        session.Total = range.Total;
        return session.HasEverything ? Save(request.Path) : StatusOf(session) with { Status = 202 };
    }

    private Answer Save(string path)
    {
        var session = Sessions[path];
        var answer = Save(session.Name, [.. session.Received], session.Conflict, session);
        if (answer.Status < 300)
        {
            Sessions.TryRemove(path, out _);
        }

        return answer;
    }

    private Answer Save(string name, byte[] content, string conflict, ScriptedSession? session = null)
    {
        var old = Files.GetValueOrDefault(name);
        if (old is not null && conflict == "fail")
        {
            return Taken;
        }

        if (old is not null && conflict == "rename")
        {
            (name, old) = ($"{Path.GetFileNameWithoutExtension(name)} 1{Path.GetExtension(name)}", null);
        }

        var file = new ScriptedFile(name, content, session?.AskedCreated ?? old?.Created ?? Clock.GetUtcNow())
        {
            Id = old?.Id ?? Guid.NewGuid().ToString("N"),
            Version = (old?.Version ?? 0) + 1,
            Modified = session?.AskedModified ?? Clock.GetUtcNow(),
            HasHash = !HidesHashes,
        };
        Files[name] = file;
        return Answer.Json(file.Json, old is null ? 201 : 200);
    }

    private Answer Put(ScriptedRequest request)
    {
        if (request.Header("If-Match") is { } tag && FileOf(request) is { } file && tag != file.ETag)
        {
            return Answer.Error(412, "resourceModified");
        }

        var name = FileOf(request)?.Name ?? NameOf(request);
        var parts = Uri.UnescapeDataString(request.Query).Split("conflictBehavior=");
        return Save(name, request.Body, parts.Length == 2 ? parts[1] : "replace");
    }

    private Answer Commit(ScriptedRequest request)
    {
        using var body = JsonDocument.Parse(request.Body);
        var path = new Uri(body.RootElement.GetProperty("@microsoft.graph.sourceUrl").GetString()!).AbsolutePath;
        return Sessions.TryGetValue(path, out var session) && session.HasEverything ? Save(path) : NotFound;
    }
}
