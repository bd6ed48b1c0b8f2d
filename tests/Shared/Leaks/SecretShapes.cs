using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Tests.Leaks;

/// <summary>What secrets look like in the tests: those that the emulator makes, and the canaries that tests put in their place.</summary>
internal static class SecretShapes
{
    /// <summary>Stands for a secret in tests of the search itself.</summary>
    internal const string Planted = "planted-leak";

    private static readonly Regex Shapes = new(
        @"emulated\.[0-9a-f]{80}" // access token
        + @"|[01]\.A[A-Za-z0-9_-]{64}" // authorization code, refresh token
        + @"|\bD[A-Za-z0-9_-]{64}\b" // device code
        + @"|tempauth=(v1\.|[0-9A-F]{16})" // download and upload address
        + @"|Bearer [A-Za-z0-9._~+/-]{20}"
        + @"|code_verifier=[A-Za-z0-9_-]{43}"
        + "|" + Planted
        + @"|c4nary|SECRET-(PATH|QUERY)|emulator-client-secret|w3b~application-secret",
        RegexOptions.Compiled | RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(10));

    /// <summary>Finds the first secret in a text; null when there is none.</summary>
    internal static string? Find(string? text) => text is not null && Shapes.Match(text) is { Success: true } match ? match.Value : null;
}
