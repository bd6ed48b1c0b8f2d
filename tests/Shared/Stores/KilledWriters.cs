using System.Globalization;

namespace OneDrive.Sdk.StoreTests;

/// <summary>
/// Kills a process while it saves a sign-in, and looks at what is left: what was acknowledged, or what came after it, whole.
/// </summary>
internal static class KilledWriters
{
    internal static async Task RunAsync(string place, int kills)
    {
        var random = new Random(1);
        var store = StorePlace.Open(place).Tokens;
        for (var kill = 0; kill < kills; kill++)
        {
            using var writer = Worker.Start("save", place);
            List<string> lines = [];
            for (var save = random.Next(1, 20); save > 0; save--)
                lines.Add(await writer.Output.ReadLineAsync() ?? throw new InvalidOperationException("The writer ended by itself."));

            // Somewhere in the next save: it takes about as long as this spin at its longest.
            Thread.SpinWait(random.Next(0, 200_000));
            writer.Kill();
            lines.AddRange(await writer.ReadToEndAsync());

            var acknowledged = lines.Max(line => long.TryParse(line, CultureInfo.InvariantCulture, out var version) ? version : 0);
            var found = await store.FindAsync(WorkerProgram.Key);
            Assert.NotNull(found);
            Assert.True(found.Version >= acknowledged, $"{acknowledged} was acknowledged, {found.Version} is there");
            Assert.Equal(WorkerProgram.TokenOf(found.Version), found.RefreshToken);
        }
    }
}
