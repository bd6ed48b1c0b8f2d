using System.Diagnostics;

namespace OneDrive.Sdk.StressTests.SignIn;

/// <summary>This program again, as a process of its own.</summary>
internal static class ChildProgram
{
    internal static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
    }
}
