using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.FleetProof;

/// <summary>Looks at the service, not at what the fleet says.</summary>
internal sealed class Oracle(ProofService service, ProofPlan plan, string source, IReadOnlyList<DateTimeOffset> killed)
{
    private const double RejectionsPerThousand = 10;
    private const string Folder = "Copy/";
    private static readonly TimeSpan LongestCreation = TimeSpan.FromSeconds(3);

    internal async Task<IReadOnlyList<string>> FindProblemsAsync(CancellationToken cancellationToken)
    {
        List<string> problems = [];
        await CompareAsync(problems, cancellationToken);
        await CheckSessionsAsync(problems, cancellationToken);
        CheckFragments(problems);
        CheckRejections(problems);
        return problems;
    }

    private async Task CompareAsync(List<string> problems, CancellationToken cancellationToken)
    {
        var there = service.Drive.ListItems().Where(item => !item.IsFolder).ToDictionary(item => item.Path, StringComparer.Ordinal);
        var again = 0;
        foreach (var path in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var remote = Folder + Path.GetRelativePath(source, path).Replace(Path.DirectorySeparatorChar, '/');
            if (!there.Remove(remote, out var item))
            {
                problems.Add($"'{remote}' is missing");
                continue;
            }

            var local = await File.ReadAllBytesAsync(path, cancellationToken);
            var remoteContent = await service.Drive.ReadContentAsync(remote, cancellationToken);
            if (!local.AsSpan().SequenceEqual(remoteContent))
                problems.Add($"'{remote}' has other bytes");
            again += VersionsOf(item) > 1 ? 1 : 0;
        }

        problems.AddRange(there.Keys.Select(path => $"'{path}' is not a file of the source"));
        if (again > 0)
            problems.Add($"{again} files were sent more than once");
        ProofRun.Say($"each of {plan.Files:#,0} files is compared byte for byte; {again} have more than one version");
    }

    /// <summary>
    /// Two kinds of sessions cannot be ended by a client: those whose URL the service revoked (a quirk), and an empty one whose worker was
    /// killed between the response that created it and the record of it. Both expire.
    /// </summary>
    private async Task CheckSessionsAsync(List<string> problems, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var answer = JsonDocument.Parse(
            await http.GetStringAsync(new Uri(service.Endpoint, "_emulator/uploadSessions"), cancellationToken));
        var (revoked, orphaned) = (0, 0);
        foreach (var session in answer.RootElement.EnumerateArray())
        {
            var created = session.GetProperty("expires").GetDateTimeOffset() - new EmulatorOptions().UploadSessionLifetime;
            if (session.GetProperty("isRevoked").GetBoolean())
                revoked++;
            else if (session.GetProperty("received").GetInt64() == 0
                && killed.Any(kill => created <= kill && kill - created < LongestCreation))
                orphaned++;
            else
                problems.Add($"the upload session of '{session.GetProperty("path").GetString()}' is open");
        }

        ProofRun.Say($"open upload sessions: {revoked} revoked by the service, {orphaned} of workers that were killed while creating them");
    }

    /// <summary>What a session acknowledged is not sent to it again, by any worker.</summary>
    private void CheckFragments(List<string> problems)
    {
        var (sessions, resumed) = (0, 0);
        foreach (var session in service.Emulator.Traffic.Of(EmulatorOperation.UploadFragment).GroupBy(entry => entry.Target))
        {
            sessions++;
            var acknowledged = 0L;
            DateTimeOffset? at = null;
            foreach (var entry in session.OrderBy(entry => entry.Sequence))
            {
                var range = ContentRangeHeaderValue.Parse(entry.RequestHeaders["Content-Range"]);
                if (range.From < acknowledged && entry.Time >= at)
                    problems.Add($"{entry.ItemPath}: byte {range.From} was sent again, although {acknowledged} bytes were acknowledged");
                if (entry.StatusCode is 200 or 201 or 202)
                    (acknowledged, at) = (range.To!.Value + 1, entry.Time + entry.Duration);
            }

            resumed += session.Any(entry => entry.StatusCode is 202) ? 1 : 0;
        }

        ProofRun.Say($"{sessions} upload sessions, {resumed} of more than one fragment: no acknowledged byte may be sent twice");
    }

    private void CheckRejections(List<string> problems)
    {
        var requests = service.Emulator.Traffic.Where(entry => entry.Operation is not EmulatorOperation.Token).ToList();
        var successes = requests.Count(entry => entry.StatusCode is >= 200 and < 400);
        var byLimit = requests.Count(entry => entry.StatusCode is 429 && entry.ResponseHeaders.ContainsKey("Retry-After"));
        var all = requests.Count(entry => entry.StatusCode is 429 or 503 or 509);
        var share = 1000.0 * byLimit / successes;
        ProofRun.Say($"{requests.Count:#,0} requests, {successes:#,0} successful");
        ProofRun.Say($"{byLimit} rejected by the limit ({share:0.0} of 1,000), {all} with the quirks");
        if (share > RejectionsPerThousand)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"{share:0.0} of 1,000 requests were rejected"));
    }

    // The tag of the content counts how often content was stored, from 1 when there was none yet.
    private static int VersionsOf(EmulatorItem item) =>
        int.Parse(item.CTag.Trim('"').Split(',')[^1], CultureInfo.InvariantCulture) - 1;
}
