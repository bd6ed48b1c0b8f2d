using VerifyXunit;
using Xunit.Sdk;

namespace OneDrive.Sdk.ConventionTests.Snapshots;

public sealed class VerifierTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("snapshots-");

    private string Verified => Path.Combine(_directory.FullName, "SomeTests.SomeTest.verified.txt");

    private string Received => Path.Combine(_directory.FullName, "SomeTests.SomeTest.received.txt");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Verify_WhenTheTextIsTheVerifiedOne_PassesAndRemovesAnOldReceivedFile()
    {
        await File.WriteAllTextAsync(Verified, "one\ntwo\n");
        await File.WriteAllTextAsync(Received, "left over");

        await VerifyAsync("one\ntwo\n");

        Assert.False(File.Exists(Received));
    }

    [Theory]
    [InlineData("one\r\ntwo")]
    [InlineData("one\ntwo")]
    [InlineData("one\ntwo\n\n")]
    public async Task Verify_WhenOnlyLineEndingsOrTheLastLineBreakDiffer_Passes(string text)
    {
        await File.WriteAllTextAsync(Verified, "one\ntwo\n");

        await VerifyAsync(text);
    }

    [Fact]
    public async Task Verify_WhenNothingIsVerifiedYet_FailsAndAcceptsNothing()
    {
        var failure = await Assert.ThrowsAsync<XunitException>(() => VerifyAsync("new text"));

        Assert.Contains("no verified file", failure.Message, StringComparison.Ordinal);
        Assert.Contains("new text", failure.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Verified));
        Assert.Equal("new text\n", await File.ReadAllTextAsync(Received));
    }

    [Fact]
    public async Task Verify_WhenTheTextDiffers_FailsWithADiffAndLeavesTheVerifiedFileAlone()
    {
        await File.WriteAllTextAsync(Verified, "one\ntwo\nthree\n");

        var failure = await Assert.ThrowsAsync<XunitException>(() => VerifyAsync("one\n2\nthree\n"));

        Assert.Contains("  one\n- two\n+ 2\n  three\n", failure.Message, StringComparison.Ordinal);
        Assert.Contains($"mv '{Received}' '{Verified}'", failure.Message, StringComparison.Ordinal);
        Assert.Equal("one\ntwo\nthree\n", await File.ReadAllTextAsync(Verified));
        Assert.Equal("one\n2\nthree\n", await File.ReadAllTextAsync(Received));
    }

    [Fact]
    public async Task Verify_WhenTheReceivedFileIsRenamed_PassesNextTime()
    {
        await Assert.ThrowsAsync<XunitException>(() => VerifyAsync("new text"));
        File.Move(Received, Verified);

        await VerifyAsync("new text");
    }

    [Fact]
    public async Task Verify_WithTextForParameters_HasAFilePerCase()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "SomeTests.SomeTest_second.verified.txt"), "two");

        await Verifier.Verify("two", SourceFile(), "SomeTest").UseTextForParameters("second");
    }

    private async Task VerifyAsync(string text) => await Verifier.Verify(text, SourceFile(), "SomeTest");

    private string SourceFile() => Path.Combine(_directory.FullName, "SomeTests.cs");
}
