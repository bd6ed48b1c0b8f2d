using System.Diagnostics;

namespace OneDrive.Sdk.ProgramTests.Support;

/// <summary>
/// A program as a process of its own. It runs with the frameworks and packages of the tests, which lie beside it: what ASP.NET Core brings
/// is not copied there. A test run in the background ignores SIGINT, and a program would inherit that: "env" restores the default.
/// </summary>
internal static class ProgramProcess
{
    internal static Process Start(string assembly, IEnumerable<string> arguments)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, "OneDrive.Sdk.ProgramTests");
        var start = new ProcessStartInfo(OperatingSystem.IsLinux() ? "env" : "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] environment = OperatingSystem.IsLinux() ? ["--default-signal=INT", "dotnet"] : [];
        string[] host = [.. environment, "exec", "--runtimeconfig", tests + ".runtimeconfig.json", "--depsfile", tests + ".deps.json"];
        foreach (var argument in host.Append(Path.Combine(AppContext.BaseDirectory, assembly)).Concat(arguments))
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
