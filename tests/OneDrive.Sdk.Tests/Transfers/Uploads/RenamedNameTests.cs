using OneDrive.Sdk.Transfers;

namespace OneDrive.Sdk.Tests.Transfers;

public sealed class RenamedNameTests
{
    [Theory]
    [InlineData("a.txt", "a.txt", true)]
    [InlineData("A 1.TXT", "a.txt", true)]
    [InlineData("a 12.txt", "a.txt", true)]
    [InlineData("a1.txt", "a.txt", true)]
    [InlineData("a (1).txt", "a.txt", true)]
    [InlineData("archive.tar 1.gz", "archive.tar.gz", true)]
    [InlineData("README 1", "README", true)]
    [InlineData("a 1 1.txt", "a 1.txt", true)]
    [InlineData(null, "a.txt", false)]
    [InlineData("b 1.txt", "a.txt", false)]
    [InlineData("a 1.bin", "a.txt", false)]
    [InlineData("a b.txt", "a.txt", false)]
    [InlineData("a .txt", "a.txt", false)]
    [InlineData("a 1b.txt", "a.txt", false)]
    [InlineData("a.txt.txt", "a.txt", false)]
    [InlineData("aa", "aaa", false)]
    public void MayStandFor_KnowsTheNumbersOfTheService(string? name, string wanted, bool expected) =>
        Assert.Equal(expected, RenamedName.MayStandFor(name, wanted));
}
