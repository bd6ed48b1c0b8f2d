using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.ProgramTests.Mirror;

/// <summary>
/// Changes a drive in ways that mirrors get wrong: swapped names, folders that change places, deleted folders whose files stay.
/// </summary>
internal sealed class RandomChanges(MirrorScenario scenario, int seed)
{
    private readonly Random _random = new(seed);
    private int _number;

    internal async Task MakeAsync(int count)
    {
        for (var index = 0; index < count; index++)
        {
            try
            {
                await MakeOneAsync();
            }
            catch (OneDriveException)
            {
                // A folder cannot go into itself, and names may be taken.
            }
        }
    }

    private Task MakeOneAsync()
    {
        var items = scenario.Drive.ListItems().Where(item => item.Path.Trim('/').Length > 0).ToList();
        var choice = items.Count < 6 ? 0 : _random.Next(11);
        return choice switch
        {
            0 or 1 => Task.FromResult(scenario.Drive.WithFile(Below(Folder(items)), Content())),
            2 => Task.FromResult(scenario.Drive.WithFolder(Below(Folder(items)))),
            3 or 4 when items.Find(item => !item.IsFolder) is not null =>
                Task.FromResult(scenario.Drive.WithFile(Any(items.Where(item => !item.IsFolder)).Path.Trim('/'), Content())),
            5 or 6 => scenario.Client.Items.UpdateAsync(Address(Any(items)), new ItemChanges { Name = Name() }),
            7 or 8 => MoveAsync(Any(items), Folder(items)),
            9 => SwapAsync(Any(items), Any(items)),
            _ => scenario.Client.Items.DeleteAsync(Address(Any(items))),
        };
    }

    private Task<DriveItem> MoveAsync(EmulatorItem item, string folder) => scenario.Client.Items.MoveAsync(
        Address(item), folder.Length == 0 ? DriveAddress.Default.Root : MirrorScenario.At(folder));

    private async Task SwapAsync(EmulatorItem one, EmulatorItem other)
    {
        if (one.Id == other.Id || Parent(one) != Parent(other))
            return;
        await scenario.Client.Items.UpdateAsync(Address(one), new ItemChanges { Name = Name() });
        await scenario.Client.Items.UpdateAsync(Address(other), new ItemChanges { Name = one.Name });
        await scenario.Client.Items.UpdateAsync(Address(one), new ItemChanges { Name = other.Name });
    }

    private static ItemAddress Address(EmulatorItem item) => DriveAddress.Default.Item(item.Id);

    private static string Parent(EmulatorItem item) => Path.GetDirectoryName(item.Path.Trim('/')) ?? "";

    private EmulatorItem Any(IEnumerable<EmulatorItem> items)
    {
        var all = items.ToList();
        return all[_random.Next(all.Count)];
    }

    private string Folder(List<EmulatorItem> items)
    {
        var folders = items.Where(item => item.IsFolder).ToList();
        return folders.Count == 0 || _random.Next(4) == 0 ? "" : folders[_random.Next(folders.Count)].Path.Trim('/');
    }

    private string Below(string folder) => folder.Length == 0 ? Name() : $"{folder}/{Name()}";

    private string Name() => (_number++ % 5) switch
    {
        0 => $"o'hara #{_number} 100%.txt",
        1 => $"Straße {_number} 😀",
        _ => $"item {_number}",
    };

    private byte[] Content()
    {
        var bytes = new byte[_random.Next(0, 3000)];
        _random.NextBytes(bytes);
        return bytes;
    }
}
