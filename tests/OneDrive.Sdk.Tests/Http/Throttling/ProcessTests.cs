using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Tests.Http.Throttling;

/// <summary>The program in benchmarks: its models, and four processes that share their gate through a directory.</summary>
public sealed partial class ProcessTests
{
    [Fact]
    public async Task TheModelsOfTheService_AreMetAsPromised()
    {
        var (output, missed) = await RunAsync("--ours");

        Assert.True(missed == 0, output);
    }

    [Fact]
    public async Task FourProcesses_ShareWhatTheServiceTakes()
    {
        var (output, _) = await RunAsync("--processes", "60");

        var numbers = Numbers().Match(output);
        Assert.True(numbers.Success, output);

        // The share that is served and its distribution depend on the processor time that five processes get: the benchmark prints them.
        Assert.InRange(double.Parse(numbers.Groups["rejections"].Value, CultureInfo.InvariantCulture), 0, 60);
        Assert.Equal("0", numbers.Groups["failed"].Value);
    }

    private static async Task<(string Output, int ExitCode)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in arguments.Prepend(Program()))
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (output, process.ExitCode);
    }

    private static string Program()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        var configuration = directory.Parent!.Name;
        while (!File.Exists(Path.Combine(directory!.FullName, "OneDrive.Sdk.sln")))
            directory = directory.Parent;
        return Path.Combine(
            directory.FullName, "benchmarks", "OneDrive.Sdk.Throttling", "bin", configuration, "net10.0", "OneDrive.Sdk.Throttling.dll");
    }

    [GeneratedRegex(@"ratio [\d.]+ rejections (?<rejections>[\d.]+) failed (?<failed>\d+) least [\d.]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbers();
}
