using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ProgramTests.Mirror;

public sealed class DriveMirrorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task RunAsync_AfterRandomChanges_MakesTheFolderLikeTheDrive(int seed)
    {
        await using var scenario = await MirrorScenario.StartAsync();
        var changes = new RandomChanges(scenario, seed);
        for (var round = 0; round < 5; round++)
        {
            await changes.MakeAsync(40);

            var tally = await scenario.RunAsync();

            Assert.True(tally.Failed == 0, string.Join('\n', tally.Failures));
            Assert.Equal(0, tally.Conflicts);
            scenario.AssertLikeTheDrive();
        }
    }

    [Fact]
    public async Task RunAsync_AfterRenamesAndMoves_DownloadsNothing()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        scenario.Drive.WithFile("a/b/one.txt", [1]).WithFile("a/two.txt", [2]).WithFile("c/three.txt", [3]);
        await scenario.RunAsync();
        await scenario.Client.Items.MoveAsync(MirrorScenario.At("a/b"), MirrorScenario.At("c"));
        await scenario.Client.Items.UpdateAsync(MirrorScenario.At("a"), new ItemChanges { Name = "renamed" });
        await scenario.Client.Items.UpdateAsync(MirrorScenario.At("c/three.txt"), new ItemChanges { Name = "THREE.txt" });

        var tally = await scenario.RunAsync();

        Assert.Equal((0, 0), (tally.Downloads, tally.Failed));
        scenario.AssertLikeTheDrive();
    }

    [Fact]
    public async Task RunAsync_WhenSomethingWasDeleted_PutsItIntoTheTrash()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        scenario.Drive.WithFile("folder/inside.txt", [7]).WithFile("stays.txt", [1]);
        await scenario.RunAsync();
        await scenario.Client.Items.DeleteAsync(MirrorScenario.At("folder"));

        await scenario.RunAsync();

        scenario.AssertLikeTheDrive();
        var kept = Assert.Single(Directory.EnumerateFiles(
            Path.Combine(scenario.Local, ".mirror", "trash"), "inside.txt", SearchOption.AllDirectories));
        Assert.Equal([7], await File.ReadAllBytesAsync(kept));
    }

    [Fact]
    public async Task RunAsync_WhenALocalFileWasChangedToo_KeepsBoth()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        scenario.Drive.WithFile("notes.txt", "first"u8.ToArray());
        await scenario.RunAsync();
        await File.WriteAllTextAsync(Path.Combine(scenario.Local, "notes.txt"), "mine, and longer");
        scenario.Drive.WithFile("notes.txt", "theirs"u8.ToArray());

        var tally = await scenario.RunAsync();

        Assert.Equal(1, tally.Conflicts);
        Assert.Equal(
            ["mine, and longer", "theirs"],
            Directory.EnumerateFiles(scenario.Local).Select(File.ReadAllText).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(DeltaResync.ApplyDifferences)]
    [InlineData(DeltaResync.UploadDifferences)]
    public async Task RunAsync_WhenTheServiceForgot_DeletesOnlyWhenTheServiceIsRight(DeltaResync resync)
    {
        await using var scenario = await MirrorScenario.StartAsync();
        scenario.Drive.WithFile("stays.txt", [1]).WithFile("goes.txt", [2]);
        await scenario.RunAsync();
        scenario.Drive.Delete("goes.txt").WithFile("new.txt", [3]);
        scenario.Emulator.Faults.Add(Fault.ExpireDeltaToken(resync).On(EmulatorOperation.ReadChanges));

        var tally = await scenario.RunAsync();

        Assert.Equal((1, 1), (tally.Resyncs, tally.Downloads));
        Assert.Equal(resync is DeltaResync.UploadDifferences, File.Exists(Path.Combine(scenario.Local, "goes.txt")));
        Assert.True(File.Exists(Path.Combine(scenario.Local, "new.txt")));
    }

    [Fact]
    public async Task RunAsync_OfNamesThatDifferByNormalFormOnly_KeepsThemApart()
    {
        await using var scenario = await MirrorScenario.StartAsync();
        scenario.Drive.WithFile("caf\u00e9.txt", [1]).WithFile("cafe\u0301.txt", [2]).WithFile("x.partial", [3]).WithFile(".mirror", [4]);

        var tally = await scenario.RunAsync();

        Assert.Equal(0, tally.Failed);
        var bytes = Directory.EnumerateFiles(scenario.Local).Select(path => (int)File.ReadAllBytes(path)[0]).Order().ToArray();
        Assert.Equal([1, 2, 3, 4], bytes);
    }
}
