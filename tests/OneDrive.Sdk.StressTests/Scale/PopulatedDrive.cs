using System.Diagnostics;
using System.Text;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Scale;

/// <summary>An emulator whose drive holds so many items: half of them in one folder, the others in a tree three folders deep.</summary>
internal sealed class PopulatedDrive : IAsyncDisposable
{
    private const int FolderSize = 100;

    private PopulatedDrive(OneDriveEmulator emulator, int items) => (Emulator, Items) = (emulator, items);

    internal OneDriveEmulator Emulator { get; }

    internal int Items { get; }

    internal TimeSpan FillTime { get; private set; }

    internal string Drive => $"/v1.0/drives/{Emulator.DefaultUser.Drive.Id}";

    internal static string FlatPath(int number) => $"flat/f{number:D7}.txt";

    internal static string TreePath(int number)
        => $"tree/{number / FolderSize / FolderSize}/{number / FolderSize % FolderSize}/{number}.txt";

    internal static async Task<PopulatedDrive> CreateAsync(int items, CancellationToken cancellationToken)
    {
        var drive = new PopulatedDrive(await OneDriveEmulator.StartAsync(cancellationToken: cancellationToken), items);
        var started = Stopwatch.GetTimestamp();
        for (var number = 0; number < items / 2; number++)
            drive.Emulator.DefaultUser.Drive.WithFile(FlatPath(number), [1]).WithFile(TreePath(number), [2]);
        drive.FillTime = Stopwatch.GetElapsedTime(started);
        return drive;
    }

    internal PlainConnection Connect() => new(Emulator.Endpoint, Emulator.IssueAccessToken());

    /// <summary>What leads to an entry of a list, made as the emulator makes it, so that no million entries must be read first.</summary>
    internal static string SkipTo(int entry) => Convert.ToBase64String(Encoding.ASCII.GetBytes($"page:{entry}")).TrimEnd('=');

    internal static string ChangesFrom(int position, int end)
        => Convert.ToBase64String(Encoding.ASCII.GetBytes($"delta1|0|{end}|{position}")).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}
