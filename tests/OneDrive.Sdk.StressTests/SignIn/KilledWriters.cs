using System.Globalization;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.SignIn;

/// <summary>
/// Kills a process while it saves a sign-in, and looks at what is left: what was acknowledged, or what came after it, whole.
/// </summary>
internal static class KilledWriters
{
    internal static async Task<bool> RunAsync(int kills, CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        var path = directory["tokens"];
        var random = new Random(1);
        var (wrong, unseen) = (0, 0);
        for (var kill = 0; kill < kills; kill++)
        {
            var acknowledged = await WriteAndKillAsync(path, random, cancellationToken);
            var found = await new EncryptedFileTokenStore(path).FindAsync(TokenWriter.Key, cancellationToken);
            if (found is null || found.Version < acknowledged || found.RefreshToken != TokenWriter.TokenOf(found.Version))
            {
                wrong++;
                Console.WriteLine($"kill {kill}: acknowledged {acknowledged}, found {found?.Version}");
            }

            unseen += found?.Version > acknowledged ? 1 : 0;
        }

        var last = await new EncryptedFileTokenStore(path).FindAsync(TokenWriter.Key, cancellationToken);
        Console.WriteLine(
            $"{kills} kills, {last?.Version} saves: {wrong} lost or torn; {unseen} kills came between a save and its acknowledgement");
        return wrong == 0;
    }

    private static async Task<long> WriteAndKillAsync(string path, Random random, CancellationToken cancellationToken)
    {
        using var writer = ChildProgram.Start("token-writer", path);
        var saves = random.Next(1, 20);
        var acknowledged = 0L;
        for (var save = 0; save < saves; save++)
        {
            var line = await writer.StandardOutput.ReadLineAsync(cancellationToken)
                ?? throw new InvalidOperationException("The writer ended by itself.");
            acknowledged = long.Parse(line, CultureInfo.InvariantCulture);
        }

        // Somewhere in the next save: it takes about as long as this spin at its longest.
        Thread.SpinWait(random.Next(0, 200_000));
        writer.Kill();
        while (await writer.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            if (long.TryParse(line, CultureInfo.InvariantCulture, out var version))
                acknowledged = Math.Max(version, acknowledged);
        }

        await writer.WaitForExitAsync(cancellationToken);
        return acknowledged;
    }
}
