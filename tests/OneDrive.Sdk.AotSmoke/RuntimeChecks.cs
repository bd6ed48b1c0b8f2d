using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>That this is a native program, and not larger than it has to be.</summary>
internal static class RuntimeChecks
{
    /// <summary>It had 15.5 MB when this was written.</summary>
    private const long LargestProgram = 19_000_000;

    internal static Task RunAsync(Checks checks)
    {
        checks.That("dynamic code is not supported", !RuntimeFeature.IsDynamicCodeSupported);
        checks.That("JSON is not reflected", !JsonSerializer.IsReflectionEnabledByDefault);

        var program = new FileInfo(Environment.ProcessPath!);
        checks.That($"the program is small ({program.Length / 1_000_000.0:0.0} MB)", program.Length < LargestProgram);
        return Task.CompletedTask;
    }
}
