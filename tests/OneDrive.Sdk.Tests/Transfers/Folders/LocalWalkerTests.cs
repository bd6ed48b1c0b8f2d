using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Tests.Transfers.Folders;

public sealed class LocalWalkerTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Walk_TellsFoldersBeforeWhatIsInThem()
    {
        Write("a/b/one");
        Write("a/two");
        Directory.CreateDirectory(_directory["empty"]);

        var entries = Walk(new UploadFolderOptions());

        Assert.Equal(["a", "a/b", "a/b/one", "a/two", "empty"], entries.Select(entry => entry.RelativePath).Order(StringComparer.Ordinal));
        Assert.All(entries, entry => Assert.Equal(entry.RelativePath.Count(character => character == '/'), entry.Depth - 1));
        Assert.True(entries.FindIndex(entry => entry.RelativePath == "a/b") < entries.FindIndex(entry => entry.RelativePath == "a/b/one"));
    }

    [Fact]
    public void Walk_LeavesOutWhatTheFilterAndHiddenSay()
    {
        Write("a/b/one");
        Write(".git/config");
        Write("keep/.env");
        Write("keep/two");

        var entries = Walk(new UploadFolderOptions { IncludeHidden = false, Filter = path => path != "a/" });

        Assert.Equal(["keep", "keep/two"], entries.Select(entry => entry.RelativePath).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Walk_WhenThereAreLinks_SkipsThem()
    {
        Write("a/one");
        Directory.CreateSymbolicLink(_directory["link"], Path.GetTempPath());

        var link = Assert.Single(Walk(new UploadFolderOptions()), entry => entry.RelativePath == "link");

        Assert.Equal(FolderSkipReason.SymbolicLink, link.SkipReason);
    }

    [Fact]
    public void Walk_WhenFollowedLinksLeadUp_Ends()
    {
        Write("a/one");
        Directory.CreateSymbolicLink(Path.Combine(_directory["a"], "up"), _directory.Path);
        Directory.CreateSymbolicLink(_directory["again"], _directory["a"]);

        var entries = Walk(new UploadFolderOptions { FollowSymbolicLinks = true });

        Assert.Equal(
            ["a", "a/one", "a/up", "again", "again/one", "again/up"],
            entries.Select(entry => entry.RelativePath).Order(StringComparer.Ordinal));
        Assert.Equal(2, entries.Count(entry => entry.SkipReason is FolderSkipReason.LinkCycle));
    }

    [Fact]
    public void Walk_WhenAFollowedLinkLeadsNowhere_SaysSo()
    {
        File.CreateSymbolicLink(_directory["link"], _directory["nowhere"]);

        var entry = Assert.Single(Walk(new UploadFolderOptions { FollowSymbolicLinks = true }));

        Assert.Equal(("link", true), (entry.RelativePath, entry.Error is FileNotFoundException));
    }

    [Fact]
    public void Walk_WhenNamesDifferInCaseOnly_GivesTheNameToTheFirst()
    {
        Write("Name");
        Write("name");
        Write("other/NAME");
        var areTwo = Directory.GetFiles(_directory.Path).Length == 2;

        var entries = Walk(new UploadFolderOptions());

        Assert.Equal(
            areTwo ? 1 : 0,
            entries.Count(entry => entry.Error is UnsafeLocalNameException { Problem: LocalNameProblem.CaseCollision }));
        Assert.Null(Assert.Single(entries, entry => entry.RelativePath == "other/NAME").Error);
    }

    private List<LocalEntry> Walk(UploadFolderOptions options) => [.. new LocalWalker(options).Walk(_directory.Path)];

    private void Write(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_directory[path])!);
        File.WriteAllText(_directory[path], path);
    }
}
