using System.Collections.Frozen;
using System.Globalization;

namespace OneDrive.Sdk.Authentication;

/// <summary>The numbers of the sign-in service (AADSTS…).</summary>
internal static class AadErrorCodes
{
    /// <summary>"Assertion is not within its valid time range": the local clock or the clock of the service is wrong.</summary>
    internal const int AssertionOutsideTimeRange = 700024;

    /// <summary>"The client is in a loop": an immediate retry makes it worse.</summary>
    internal const int ClientLoop = 50196;

    private const string Prefix = "AADSTS";

    // Numbers that the reference describes as passing, although they come with a status that says the request is wrong:
    // https://learn.microsoft.com/entra/identity-platform/reference-error-codes.
    private static readonly FrozenSet<int> Passing =
        FrozenSet.ToFrozenSet([50033, 50087, 90006, 90012, 90024, 90033, 90055, 90090, 70012, 80002, 80005]);

    internal static bool IsPassing(IReadOnlyList<int> codes) => codes.Any(Passing.Contains);

    /// <summary>Finds the number at the beginning of a description whose list of numbers is missing.</summary>
    internal static IReadOnlyList<int> FindIn(string? description)
    {
        var start = description?.IndexOf(Prefix, StringComparison.Ordinal) ?? -1;
        if (start < 0)
        {
            return [];
        }

        var digits = description.AsSpan(start + Prefix.Length);
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        digits = length < 0 ? digits : digits[..length];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code) ? [code] : [];
    }
}
