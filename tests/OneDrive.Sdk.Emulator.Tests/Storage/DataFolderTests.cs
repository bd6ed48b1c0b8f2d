using System.Text;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Storage.Records;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Storage;

public sealed class DataFolderTests : IAsyncLifetime
{
    private KeptEmulator _kept = null!;

    public async Task InitializeAsync() => _kept = await KeptEmulator.StartAsync();

    public async Task DisposeAsync() => await _kept.DisposeAsync();

    [Fact]
    public async Task AFolderInUse_IsRefusedWithItsName()
    {
        var error = await Assert.ThrowsAsync<IOException>(() => OneDriveEmulator.StartAsync(options => options.DataFolder = _kept.Folder));

        Assert.Contains(_kept.Folder, error.Message, StringComparison.Ordinal);
        Assert.Contains("another emulator", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderOfSomebodyElse_IsRefused()
    {
        var folder = Path.GetDirectoryName(_kept.Folder)!;
        await File.WriteAllTextAsync(Path.Combine(folder, "thesis.docx"), "years of work");

        await Assert.ThrowsAsync<IOException>(() => OneDriveEmulator.StartAsync(options => options.DataFolder = folder));
    }

    [Fact]
    public async Task AFolder_IsOfItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_kept.Folder));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_kept.Journal));
        await _kept.RestartAsync();
    }

    // Where the journal is cut, there the process was killed while it wrote: what was written before is there, and nothing half.
    [Fact]
    public async Task AJournalCutAnywhere_GivesWhatWasWrittenBefore()
    {
        _kept.Drive.WithFile("0", Bytes.Of(10));
        await _kept.RestartAsync();
        for (var file = 1; file <= 3; file++)
        {
            _kept.Drive.WithFile($"{file}", Bytes.Of(10 * file));
        }

        var journal = await File.ReadAllBytesAsync(_kept.Journal);
        var original = _kept.Copy(_kept.Folder + "-original");
        await _kept.Client.DisposeAsync();
        var recordsBefore = 0;
        for (var length = 0; length <= journal.Length; length += 401)
        {
            var folder = _kept.Copy($"{_kept.Folder}-{length}");
            await File.WriteAllBytesAsync(Path.Combine(folder, Path.GetFileName(_kept.Journal)), journal[..length]);
            await using var emulator = await OneDriveEmulator.StartAsync(options => options.DataFolder = folder);
            var names = emulator.DefaultUser.Drive.ListItems().Select(item => item.Name).ToList();
            Assert.Equal(Enumerable.Range(0, names.Count).Select(number => $"{number}"), names);
            Assert.InRange(names.Count, recordsBefore, 4);
            foreach (var name in names.Skip(1))
            {
                Assert.Equal(Bytes.Of(10 * int.Parse(name, null)), await emulator.DefaultUser.Drive.ReadContentAsync(name));
            }

            var isCutBetweenRecords = length == 0 || journal[length - 1] == '\n';
            Assert.Equal(isCutBetweenRecords ? 0 : 1, emulator.DataNotes.Count);
            recordsBefore = names.Count;
        }

        Assert.InRange(recordsBefore, 3, 4);
        Assert.True(Directory.Exists(original));
        await _kept.OpenAsync();
    }

    [Fact]
    public async Task ARecordDamagedInTheMiddle_StopsTheStart()
    {
        _kept.Drive.WithFile("a", [1]).WithFile("b", [2]);
        await _kept.Client.DisposeAsync();
        var journal = await File.ReadAllBytesAsync(_kept.Journal);
        var text = Encoding.UTF8.GetString(journal);
        var damaged = (byte[])journal.Clone();
        damaged[text.IndexOf("\"a\"", StringComparison.Ordinal) + 1] ^= 1;
        await File.WriteAllBytesAsync(_kept.Journal, damaged);

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => _kept.OpenAsync());
        Assert.Contains("damaged at byte", error.Message, StringComparison.Ordinal);

        await File.WriteAllBytesAsync(_kept.Journal, journal);
        await _kept.OpenAsync();
        Assert.Equal(2, _kept.Drive.ListItems().Count);
    }

    [Fact]
    public async Task AFolderOfALaterFormat_IsRefused()
    {
        await _kept.Client.DisposeAsync();
        await File.WriteAllBytesAsync(
            _kept.Journal,
            Sdk.Emulator.Storage.RecordLine.Write([new StateEntry { Folder = new FolderRecord { Format = 2, DownloadKey = "AA" } }]));

        var error = await Assert.ThrowsAsync<InvalidDataException>(() => _kept.OpenAsync());
        Assert.Contains("format 2", error.Message, StringComparison.Ordinal);
        File.Delete(_kept.Journal);
        await _kept.OpenAsync();
    }

    [Fact]
    public async Task AJournalThatGrew_BecomesASnapshot()
    {
        await _kept.RestartAsync(options => options.LongestJournal = 10_000);
        for (var number = 0; number < 200; number++)
        {
            _kept.Drive.WithFile($"{number:D3}", [1]);
        }

        Assert.InRange(new FileInfo(_kept.Journal).Length, 0, 500_000);
        Assert.Single(Directory.GetFiles(_kept.Folder, "snapshot-*"));
        Assert.True(string.CompareOrdinal(Path.GetFileName(_kept.Journal), "journal-00000004") > 0, _kept.Journal);
        await _kept.RestartAsAfterAKillAsync();
        Assert.Equal(200, _kept.Drive.ListItems().Count);
    }

    [Fact]
    public async Task DiscardedContent_CannotBeKept()
        => await Assert.ThrowsAsync<ArgumentException>(() => OneDriveEmulator.StartAsync(
            options => (options.DataFolder, options.DiscardContent) = ("anywhere", true)));

    // The third names what follows from other things, is saved under another name, or is not worth keeping: what people did with an item.
    [Theory]
    [InlineData(typeof(ItemNode), typeof(ItemRecord), "Parent ETag CTag ChildCount Uses History Watcher SavedChecksum")]
    [InlineData(typeof(SharePermission), typeof(PermissionRecord), "ShareId AllowsWriting")]
    [InlineData(typeof(SubscriptionState), typeof(SubscriptionRecord), "Drive")]
    [InlineData(typeof(ItemVersion), typeof(VersionRecord), "")]
    [InlineData(typeof(DocumentSetState), typeof(DocumentSetRecord), "")]
    public void EverythingThatAThingHas_IsSaved(Type thing, Type record, string others)
    {
        var properties = thing.GetProperties().Select(property => property.Name).Except(others.Split(' '));

        Assert.Empty(properties.Except(record.GetProperties().Select(property => property.Name)));
    }
}
