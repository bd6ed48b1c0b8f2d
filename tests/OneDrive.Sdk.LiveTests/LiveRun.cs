using System.Globalization;
using ResilienceDemo;
using OneDrive.Sdk.LiveTests.Checks;

namespace OneDrive.Sdk.LiveTests;

/// <summary>Runs every check on the real service and on an emulator, and prints what differs between them.</summary>
internal static class LiveRun
{
    private static readonly IReadOnlyList<Check> All =
    [
        .. UploadChecks.All, .. ResumeChecks.All, .. DownloadChecks.All, .. ItemChecks.All, .. ConflictChecks.All, .. DeltaChecks.All,
        .. CopyChecks.All, .. SharingChecks.All, .. RewrittenFileChecks.All,
    ];

    /// <summary>Returns the exit code: 0 when every check passed, 1 when one failed.</summary>
    /// <exception cref="UsageException">No service is named.</exception>
    internal static async Task<int> RunAsync(bool emulatorOnly, TextWriter output)
    {
        var settings = ServiceSettings.FromEnvironment();
        if (settings is null && !emulatorOnly)
        {
            throw new UsageException(
                "not run: no service is named. Set ONEDRIVE_TENANT_ID, ONEDRIVE_CLIENT_ID, ONEDRIVE_DRIVE and ONEDRIVE_CLIENT_SECRET or "
                + "ONEDRIVE_CERTIFICATE_PATH (the README lists them), or use --emulator.");
        }

        await using var emulator = await LiveTarget.StartEmulatorAsync();
        var onEmulator = await RunAsync(emulator, output);
        if (settings is null || emulatorOnly)
        {
            return Summarize([onEmulator], output);
        }

        await using var service = LiveTarget.Connect(settings);
        var onService = await RunAsync(service, output);
        PrintDifferences(onService, onEmulator, output);
        return Summarize([onService, onEmulator], output);
    }

    private static async Task<TargetReport> RunAsync(LiveTarget target, TextWriter output)
    {
        var report = new TargetReport(target.Name);
        await output.WriteLineAsync($"{target.Name}: folder {target.FolderName}");
        try
        {
            await target.PrepareAsync();
            foreach (var check in All)
            {
                await RunAsync(check, target, report, output);
            }
        }
        finally
        {
            await target.CleanUpAsync();
        }

        return report;
    }

    private static async Task RunAsync(Check check, LiveTarget target, TargetReport report, TextWriter output)
    {
        var context = new CheckContext(target, check.Name, report);
        try
        {
            await check.RunAsync(context);
            if (context.NotRun is { } reason)
            {
                report.NotRun++;
                await output.WriteLineAsync($"  not run  {check.Name}: {reason}");
                return;
            }

            report.Passed++;
            await output.WriteLineAsync($"  passed   {check.Name}");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            report.Failed++;
            await output.WriteLineAsync($"  FAILED   {check.Name}: {exception.GetType().Name}: {exception.Message}");
        }
    }

    private static void PrintDifferences(TargetReport service, TargetReport emulator, TextWriter output)
    {
        var differences = service.Observations.Keys.Union(emulator.Observations.Keys, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .Select(name => (
                Name: name, Real: service.Observations.GetValueOrDefault(name), Played: emulator.Observations.GetValueOrDefault(name)))
            .Where(pair => pair.Real != pair.Played)
            .ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"differences between the service and the emulator: {differences.Count}"));
        foreach (var (name, real, played) in differences)
        {
            output.WriteLine($"  {name}: service {real ?? "(not observed)"}, emulator {played ?? "(not observed)"}");
        }
    }

    private static int Summarize(IReadOnlyList<TargetReport> reports, TextWriter output)
    {
        var failed = reports.Sum(report => report.Failed);
        foreach (var report in reports.Where(report => report.NotRun > 0))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{report.Name}: {report.NotRun} not run"));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{reports.Sum(report => report.Passed)} passed, {failed} failed"));
        return failed == 0 ? 0 : 1;
    }
}
