using System.Diagnostics;
using System.Globalization;
using OneDrive.Sdk.ProgramTests.Support;

namespace OneDrive.Sdk.ProgramTests.Mirror;

/// <summary>The mirror as a process that is killed while it works. MIRROR_KILLS says how often.</summary>
public sealed class MirrorKillTests
{
    private const int Rounds = 4;

    [Fact]
    public async Task RunAsync_WhenItIsKilledAgainAndAgain_EndsLikeTheDrive()
    {
        var setting = Environment.GetEnvironmentVariable("MIRROR_KILLS");
        var rounds = int.TryParse(setting, CultureInfo.InvariantCulture, out var given) ? given : Rounds;
        await using var scenario = await MirrorScenario.StartAsync();
        var (changes, random, killed) = (new RandomChanges(scenario, 11), new Random(11), 0);
        for (var round = 0; round < rounds; round++)
        {
            await changes.MakeAsync(60);
            var seen = scenario.Emulator.Traffic.Count == 0 ? 0 : scenario.Emulator.Traffic.Max(entry => entry.Sequence);
            using var process = Start(scenario);
            await Task.WhenAny(
                scenario.Emulator.Traffic.WaitForAsync(entry => entry.Sequence > seen, random.Next(1, 40)), process.WaitForExitAsync());
            killed += process.HasExited ? 0 : 1;
            process.Kill();
            await process.WaitForExitAsync();
        }

        using var last = Start(scenario);
        await last.WaitForExitAsync();

        Assert.True(last.ExitCode == 0, await last.StandardError.ReadToEndAsync());
        Assert.True(killed > 0);
        scenario.AssertLikeTheDrive();
    }

    private static Process Start(MirrorScenario scenario) => ProgramProcess.Start(
        "OneDrive.Sdk.Mirror.dll", [scenario.Local, "--emulator-url", scenario.Emulator.Endpoint.AbsoluteUri]);
}
