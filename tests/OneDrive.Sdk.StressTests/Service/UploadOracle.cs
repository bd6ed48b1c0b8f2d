using System.Globalization;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Service;

/// <summary>
/// Looks at the service itself, not at what the library says: the bytes of the source are there, exactly once, what was there before is
/// as it must be, and nothing is left over.
/// </summary>
internal sealed class UploadOracle(StressService service)
{
    internal required string Folder { get; init; }

    internal required string Name { get; init; }

    internal required byte[] Content { get; init; }

    /// <summary>What was at the name before.</summary>
    internal byte[]? Taken { get; init; }

    internal ConflictBehavior Conflict { get; init; }

    /// <summary>Whether the file may have been replaced by itself: nobody can tell when an answer is lost, and it harms nobody.</summary>
    internal bool MayHaveMoreVersions { get; init; }

    /// <summary>How many upload sessions may be open still.</summary>
    internal int SessionsLeft { get; init; }

    internal async Task<IReadOnlyList<string>> FindProblemsAsync(CancellationToken cancellationToken)
    {
        List<string> problems = [];
        var files = service.Drive.ListItems().Where(item => !item.IsFolder).ToList();
        List<EmulatorItem> ours = [];
        List<EmulatorItem> others = [];
        foreach (var file in files)
        {
            var content = await service.Drive.ReadContentAsync(file.Path, cancellationToken);
            if (content.AsSpan().SequenceEqual(Content))
                ours.Add(file);
            else if (IsKept && content.AsSpan().SequenceEqual(Taken))
                others.Add(file);
            else
                problems.Add($"'{file.Path}' has {content.Length} bytes that are neither ours nor were there before");
        }

        if (ours is not [var item])
            problems.Add($"the content is there {ours.Count} times: {string.Join(", ", files)}");
        else
            problems.AddRange(Check(item));
        if (others.Count != (IsKept ? 1 : 0))
            problems.Add("the file that had the name is not as it was");
        if (service.Emulator.OpenUploadSessions > SessionsLeft)
            problems.Add($"{service.Emulator.OpenUploadSessions} upload sessions are left over");
        problems.AddRange(TrafficOracle.FindTokens(service.Emulator));
        return problems;
    }

    private bool IsKept => Taken is not null && Conflict is not ConflictBehavior.Replace;

    private IEnumerable<string> Check(EmulatorItem item)
    {
        if (item.Path[..item.Path.LastIndexOf('/')] != Folder)
            yield return $"it is at '{item.Path}'";
        if (!IsKept && item.Name != Name)
            yield return $"it is called '{item.Name}'";
        var versions = Taken is not null && Conflict is ConflictBehavior.Replace ? 2 : 1;
        if (VersionsOf(item) < versions || (VersionsOf(item) > versions && !MayHaveMoreVersions))
            yield return $"it has {VersionsOf(item)} versions";
    }

    // The tag of the content counts how often content was stored, from 1 when there was none yet.
    private static int VersionsOf(EmulatorItem item) =>
        int.Parse(item.CTag.Trim('"').Split(',')[^1], CultureInfo.InvariantCulture) - 1;
}
