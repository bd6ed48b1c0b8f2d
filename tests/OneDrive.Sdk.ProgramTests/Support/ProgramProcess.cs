using System.Diagnostics;

namespace OneDrive.Sdk.ProgramTests.Support;

/// <summary>
/// A program as a process of its own. It runs with the frameworks and packages of the tests, which lie beside it: what ASP.NET Core brings
/// is not copied there.
/// </summary>
internal static class ProgramProcess
{
    internal static Process Start(string assembly, IEnumerable<string> arguments)
    {
        var tests = Path.Combine(AppContext.BaseDirectory, "OneDrive.Sdk.ProgramTests");
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        string[] host = ["exec", "--runtimeconfig", tests + ".runtimeconfig.json", "--depsfile", tests + ".deps.json"];
        foreach (var argument in host.Append(Path.Combine(AppContext.BaseDirectory, assembly)).Concat(arguments))
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }
}
