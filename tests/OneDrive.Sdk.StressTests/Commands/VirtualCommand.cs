using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.StressTests.Service;
using OneDrive.Sdk.StressTests.Virtual;

namespace OneDrive.Sdk.StressTests.Commands;

/// <summary>
/// Uploads a file that may be larger than any disk: made as it is read, and thrown away as it arrives, but for its hashes.
/// </summary>
internal static class VirtualCommand
{
    private const long Gigabyte = 1L << 30;
    private const double Mebibyte = 1 << 20;

    /// <summary>How much may be in use at most, between the least and the most that is seen once everything is warm.</summary>
    private const long LiveTolerance = 32L << 20;

    private const long ResidentTolerance = 128L << 20;

    internal static Command Create()
    {
        var gigabytes = new Option<int>("--gigabytes") { Description = "How long the file is.", DefaultValueFactory = _ => 20 };
        var command = new Command("virtual", "Uploads a huge file and watches the memory.") { gigabytes };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(gigabytes) * Gigabyte, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(long length, CancellationToken cancellationToken)
    {
        await using var emulator = await OneDriveEmulator.StartAsync(
            options => (options.DiscardContent, options.MaxRecordedExchanges) = (true, 1000), cancellationToken);
        using var client = new OneDriveClient(
            new EmulatorTokens(emulator, emulator.DefaultUser),
            new OneDriveOptions { Cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint) });
        var watch = new MemoryWatch(length);
        var started = Stopwatch.GetTimestamp();

        await using var content = new PatternStream(length);
        var result = await client.Content.UploadAsync(
            DriveAddress.Me.Path("/huge.bin"), content, new UploadOptions { Progress = watch }, cancellationToken);
        var elapsed = Stopwatch.GetElapsedTime(started);

        Print(watch, length, elapsed);
        var problems = FindProblems(watch).ToList();
        if (result.Integrity is not ContentIntegrity.Verified)
            problems.Add($"the content is {result.Integrity}");
        if (emulator.DefaultUser.Drive.ListItems() is not [var item] || item.Size != length)
            problems.Add("there is not exactly one file of this length");
        else if (item.Sha256 != await HashAsync(length, cancellationToken))
            problems.Add("the SHA-256 of what arrived is another one");
        problems.AddRange(TrafficOracle.FindTokens(emulator));
        Console.WriteLine(problems.Count == 0 ? "The content is right, and the memory is flat." : string.Join("; ", problems));
        return problems.Count == 0 ? 0 : 1;
    }

    private static void Print(MemoryWatch watch, long length, TimeSpan elapsed)
    {
        Console.WriteLine("     GiB   live MiB   resident MiB");
        foreach (var sample in watch.All.Where((_, index) => index % 4 == 0))
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{sample.Bytes / (double)Gigabyte,8:0.00} {sample.Live / Mebibyte,10:0.0} {sample.Resident / Mebibyte,14:0.0}"));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{length / Gigabyte} GiB in {elapsed.TotalSeconds:0} s, {length / Mebibyte / elapsed.TotalSeconds:0} MiB/s. "
            + $"Live: {Describe(watch.Warm, sample => sample.Live)}. Resident: {Describe(watch.Warm, sample => sample.Resident)}."));
    }

    private static string Describe(IReadOnlyList<MemorySample> samples, Func<MemorySample, long> memory) => string.Create(
        CultureInfo.InvariantCulture,
        $"{samples.Min(memory) / Mebibyte:0.0} to {samples.Max(memory) / Mebibyte:0.0} MiB, "
        + $"{MemoryWatch.SlopeOf(samples, memory) * Gigabyte / Mebibyte:0.000} MiB more for each GiB");

    private static IEnumerable<string> FindProblems(MemoryWatch watch)
    {
        if (watch.Warm.Count < 8)
            yield return "the memory was not looked at";
        else if (watch.Warm.Max(sample => sample.Live) - watch.Warm.Min(sample => sample.Live) > LiveTolerance)
            yield return "the live memory grows";
        else if (watch.Warm[^1].Resident - watch.Warm[0].Resident > ResidentTolerance)
            yield return "the memory of the process grows";
    }

    private static async Task<string> HashAsync(long length, CancellationToken cancellationToken)
    {
        await using var content = new PatternStream(length);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellationToken));
    }
}
