using System.Diagnostics;
using System.Globalization;

namespace OneDrive.Sdk.Comparison;

/// <summary>Starts this program again for one measurement, and reads the numbers that it prints.</summary>
internal sealed class Measurement(Uri address)
{
    internal async Task<double[]> RunAsync(string peer, string work, long amount)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(Measurement).Assembly.Location);
        foreach (var word in (string[])["client", peer, work, address.AbsoluteUri, amount.ToString(CultureInfo.InvariantCulture)])
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{work} of {peer} ended with exit code {process.ExitCode}.");
        return
        [
            .. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                .Select(word => double.Parse(word, CultureInfo.InvariantCulture)),
        ];
    }
}
