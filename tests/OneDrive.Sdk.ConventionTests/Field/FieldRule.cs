using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Field;

/// <summary>Each case is told once and whole, and each kind has at least two cases of our own.</summary>
internal static class FieldRule
{
    internal static IEnumerable<Violation> Check(IReadOnlyList<FieldCase> cases) =>
    [
        .. cases.Where(one => one.IsTold && !one.IsWhole)
            .Select(one => one.File.At(one.Line, $"{one.Id} needs Source, Report and Right")),
        .. cases.Where(one => !FieldKinds.Titles.ContainsKey(one.Kind))
            .Select(one => one.File.At(one.Line, $"{one.Id}: {one.Kind} is not a kind of FieldKinds")),
        .. cases.GroupBy(one => one.Id, StringComparer.Ordinal)
            .Where(group => group.Count(one => one.IsTold) != 1)
            .Select(group => group.First().File.At(
                group.First().Line, $"{group.Key} is told {group.Count(one => one.IsTold)} times, not once")),
        .. cases.GroupBy(one => one.Kind, StringComparer.Ordinal)
            .Where(group => group.Count(one => one.IsOwn) < 2)
            .Select(group => group.First().File.At(group.First().Line, $"kind {group.Key} has fewer than two cases with Source = \"own\"")),
    ];
}
