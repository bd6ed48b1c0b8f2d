using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>That this is a native program, and that the JWT package is not in it.</summary>
internal static class RuntimeChecks
{
    /// <summary>It has 14 MB today; with the JWT package in it, it would have 24.</summary>
    private const long LargestProgram = 19_000_000;

    internal static async Task RunAsync(Checks checks)
    {
        checks.That("dynamic code is not supported", !RuntimeFeature.IsDynamicCodeSupported);
        checks.That("JSON is not reflected", !JsonSerializer.IsReflectionEnabledByDefault);

        // Names of types are UTF-8 in a native program, our own texts are UTF-16: the search does not find itself.
        var program = await File.ReadAllBytesAsync(Environment.ProcessPath!);
        checks.That("the names of types can be searched", Holds(program, "BuiltInClientAssertionSigner"));
        checks.That("the signer that uses the JWT package was left out", !Holds(program, "JwtClientAssertionSigner"));
        checks.That("the JWT package was left out", !Holds(program, "IdentityModel") && !Holds(program, "JwtSecurityToken"));
        checks.That($"the program is small ({program.Length / 1_000_000.0:0.0} MB)", program.Length < LargestProgram);
    }

    private static bool Holds(ReadOnlySpan<byte> program, string name) => program.IndexOf(Encoding.UTF8.GetBytes(name)) >= 0;
}
