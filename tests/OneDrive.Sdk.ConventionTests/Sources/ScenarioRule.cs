using System.Reflection;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>Every method of a noun is called by a scenario test, so that it has met the emulator: <c>Items.GetAsync(</c>.</summary>
internal static class ScenarioRule
{
    /// <summary>The methods of a noun that no text calls.</summary>
    internal static IEnumerable<string> Check(string noun, IEnumerable<MethodInfo> methods, IReadOnlyList<string> texts) => methods
        .Where(method => !method.IsSpecialName)
        .Select(method => method.Name)
        .Distinct(StringComparer.Ordinal)
        .Where(method => !texts.Any(Call(noun, method).IsMatch))
        .Select(method => $"no scenario test calls {noun}.{method}");

    // Tests keep a noun under names that end in it: items, PersonalItems.
    private static Regex Call(string noun, string method) => new(
        $@"(?:{noun}|{char.ToLowerInvariant(noun[0])}{noun[1..]})\s*\.{method}[(<]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
