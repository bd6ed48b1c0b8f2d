using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Transfers.Folders;

/// <summary>Whatever the network does: in the end each file is there, equal, and once.</summary>
public sealed class FolderFaultTests : IDisposable
{
    private readonly FolderTree _tree = new();

    public static TheoryData<string, Fault> UploadFaults => new()
    {
        { "reset", Fault.DropConnection().On(EmulatorOperation.CreateUploadSession, EmulatorOperation.UploadFragment) },
        { "reset in the body", Fault.DropConnectionAfterRequestBytes(3).On(EmulatorOperation.UploadFragment) },
        { "reset while listing and creating", Fault.DropConnection().On(EmulatorOperation.ListChildren, EmulatorOperation.CreateFolder) },
        { "429", Fault.Throttle(TimeSpan.Zero).On(EmulatorOperation.CreateUploadSession, EmulatorOperation.UploadFragment) },
        { "503", Fault.Status(503).On(EmulatorOperation.CreateUploadSession, EmulatorOperation.UploadFragment) },
        { "503 while creating", Fault.Status(503).On(EmulatorOperation.CreateFolder) },
        { "504", Fault.Status(504).On(EmulatorOperation.CreateFolder, EmulatorOperation.UploadFragment) },
        { "lost acknowledgement of a file", Fault.LoseAcknowledgement().On(EmulatorOperation.UploadFragment) },
        { "lost acknowledgement of a folder", Fault.LoseAcknowledgement().On(EmulatorOperation.CreateFolder) },
        { "truncated", Fault.TruncateBody(20).On(EmulatorOperation.UploadFragment, EmulatorOperation.CreateUploadSession) },
        { "lost session", Fault.ExpireSession().On(EmulatorOperation.UploadFragment) },
    };

    public static TheoryData<string, Fault> DownloadFaults => new()
    {
        { "reset", Fault.DropConnection().On(EmulatorOperation.GetContent, EmulatorOperation.Download) },
        { "reset in the body", Fault.DropConnectionAfterResponseBytes(3).On(EmulatorOperation.Download) },
        { "reset of a list", Fault.DropConnection().On(EmulatorOperation.ListChildren) },
        { "429", Fault.Throttle(TimeSpan.Zero).On(EmulatorOperation.GetContent, EmulatorOperation.Download) },
        { "503", Fault.Status(503).On(EmulatorOperation.ListChildren, EmulatorOperation.Download) },
        { "504", Fault.Status(504).On(EmulatorOperation.GetContent, EmulatorOperation.Download) },
        { "truncated", Fault.TruncateBody(2).On(EmulatorOperation.Download).Times(1) },
        { "truncated list", Fault.DropConnectionAfterResponseBytes(50).On(EmulatorOperation.ListChildren) },
        { "spoiled", Fault.CorruptBody(1).On(EmulatorOperation.Download).Times(1) },
    };

    public void Dispose() => _tree.Dispose();

    [Theory]
    [MemberData(nameof(UploadFaults))]
    public async Task UploadFolderAsync_WhateverHappens_EachFileIsThereOnce(string what, Fault fault)
    {
        await using var scenario = await Scenario.StartAsync(client: options => options.TimeProvider = new FastTime());
        _tree.WriteMany(24);
        scenario.Emulator.Faults.Add(fault.After(1).Times(3));

        var result = await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source);

        result.EnsureComplete();
        Assert.True(
            scenario.Emulator.Traffic.Count(entry => entry.Fault is not null) is 2 or 3, $"The fault '{what}' did not happen.");
        Assert.Equal(24, result.FilesTransferred);
        var items = scenario.Drive.ListItems().Where(item => item.Name != "Backup").ToList();
        var found = await Task.WhenAll(items.Select(async item =>
            $"{item.Path.Split("Backup/")[1]} {(item.IsFolder ? "folder" : await Text(scenario, item))}"));
        Assert.Equal(FolderTree.Describe(_tree.Source), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(DownloadFaults))]
    public async Task DownloadFolderAsync_WhateverHappens_EachFileIsThereOnce(string what, Fault fault)
    {
        await using var scenario = await Scenario.StartAsync();
        _tree.WriteMany(24);
        (await scenario.Client.Content.UploadFolderAsync(FolderTree.Remote, _tree.Source)).EnsureComplete();
        scenario.Emulator.Traffic.Clear();
        var times = fault.Count ?? 3;
        scenario.Emulator.Faults.Add(fault.After(1).Times(times));

        var result = await scenario.Client.Content.DownloadFolderAsync(FolderTree.Remote, _tree.Copy);

        result.EnsureComplete();
        Assert.True(scenario.Emulator.Traffic.Count(entry => entry.Fault is not null) == times, $"The fault '{what}' did not happen.");
        Assert.Equal(FolderTree.Describe(_tree.Source), FolderTree.Describe(_tree.Copy));
    }

    private static async Task<string> Text(Scenario scenario, EmulatorItem item) =>
        System.Text.Encoding.UTF8.GetString(await scenario.Drive.ReadContentAsync("Backup/" + item.Path.Split("Backup/")[1]));
}
