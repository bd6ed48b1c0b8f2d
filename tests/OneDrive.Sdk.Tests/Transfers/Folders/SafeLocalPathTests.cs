using OneDrive.Sdk.Tests.Transfers.Support;
using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk.Tests.Transfers.Folders;

public sealed class SafeLocalPathTests
{
    [Theory]
    [InlineData(null, LocalNameProblem.Empty)]
    [InlineData("", LocalNameProblem.Empty)]
    [InlineData(".", LocalNameProblem.Traversal)]
    [InlineData("..", LocalNameProblem.Traversal)]
    [InlineData("../../x", LocalNameProblem.Separator)]
    [InlineData("..\\x", LocalNameProblem.Separator)]
    [InlineData("/etc/x", LocalNameProblem.Separator)]
    [InlineData("\\\\host\\share", LocalNameProblem.Separator)]
    [InlineData("C:x", LocalNameProblem.InvalidCharacter)]
    [InlineData("a.txt:hidden", LocalNameProblem.InvalidCharacter)]
    [InlineData("a\0b", LocalNameProblem.InvalidCharacter)]
    [InlineData("a\nb", LocalNameProblem.InvalidCharacter)]
    [InlineData("a\u0085b", LocalNameProblem.InvalidCharacter)]
    [InlineData("what?", LocalNameProblem.InvalidCharacter)]
    [InlineData("CON", LocalNameProblem.ReservedName)]
    [InlineData("nul.txt", LocalNameProblem.ReservedName)]
    [InlineData("Com1", LocalNameProblem.ReservedName)]
    [InlineData("LPT9.tar.gz", LocalNameProblem.ReservedName)]
    [InlineData("COM¹", LocalNameProblem.ReservedName)]
    [InlineData("aux .c", LocalNameProblem.ReservedName)]
    [InlineData("CONIN$", LocalNameProblem.ReservedName)]
    [InlineData("dot.", LocalNameProblem.TrailingDotOrSpace)]
    [InlineData("space ", LocalNameProblem.TrailingDotOrSpace)]
    [InlineData("...", LocalNameProblem.TrailingDotOrSpace)]
    [InlineData("a.PARTIAL", LocalNameProblem.ReservedSuffix)]
    [Trait("Threat", "T12")]
    public void Check_WhenANameIsNotSafeOnEveryPlatform_SaysWhy(string? name, LocalNameProblem problem)
    {
        Assert.Equal(problem, SafeLocalPath.Check(name));
        Assert.Equal(problem, Assert.Throws<UnsafeLocalNameException>(() => SafeLocalPath.Combine("/root", "/root/a", name)).Problem);
    }

    [Fact]
    public void Check_WhenANameHasHalfASurrogatePair_SaysWhy()
    {
        Assert.Equal(LocalNameProblem.InvalidCharacter, SafeLocalPath.Check("a" + (char)0xD83D));
        Assert.Equal(LocalNameProblem.InvalidCharacter, SafeLocalPath.Check((char)0xDE00 + "a"));
    }

    [Theory]
    [InlineData("%2e%2e%2f")]
    [InlineData("a\u202Etxt.exe")]
    [InlineData("..a")]
    [InlineData(".hidden")]
    [InlineData("CONTRACT")]
    [InlineData("COM10")]
    [InlineData("my com1")]
    [InlineData("~x #1 & 100% ü 😀")]
    public void Combine_WhenANameIsOnlyUnusual_TakesItAsItIs(string name)
    {
        var root = Path.GetFullPath("/root");

        Assert.Equal(Path.Combine(root, "a", name), SafeLocalPath.Combine(root, Path.Combine(root, "a"), name));
    }

    [Fact]
    public void Combine_WhenTheFolderIsNotBelowTheRoot_Refuses()
    {
        var refusal = Assert.Throws<UnsafeLocalNameException>(
            () => SafeLocalPath.Combine(Path.GetFullPath("/root"), Path.GetFullPath("/rooted"), "x"));

        Assert.Equal(LocalNameProblem.OutsideRoot, refusal.Problem);
    }

    [Fact]
    [Trait("Threat", "T12")]
    public void RequireNoLinks_WhenAFolderOnTheWayIsALink_Refuses()
    {
        using var directory = new TemporaryDirectory();
        Directory.CreateDirectory(directory["elsewhere"]);
        Directory.CreateDirectory(directory["root"]);
        Directory.CreateSymbolicLink(Path.Combine(directory["root"], "link"), directory["elsewhere"]);
        File.CreateSymbolicLink(Path.Combine(directory["root"], "b.partial"), directory["dangling"]);

        Assert.Throws<UnsafeLocalNameException>(
            () => SafeLocalPath.RequireNoLinks(directory["root"], Path.Combine(directory["root"], "link", "a")));
        Assert.Throws<UnsafeLocalNameException>(
            () => SafeLocalPath.RequireNoLinks(directory["root"], Path.Combine(directory["root"], "b")));
        SafeLocalPath.RequireNoLinks(directory["root"], Path.Combine(directory["root"], "plain", "a"));
    }

    [Fact]
    public void Claim_WhenNamesDifferInCaseOnly_GivesTheNameToTheFirst()
    {
        var claims = new NameClaims();

        Assert.True(claims.Claim("Résumé.txt", "1"));
        Assert.False(claims.Claim("Résumé.txt", "1"));
        Assert.True(claims.Claim("other", "2"));
        var refusal = Assert.Throws<UnsafeLocalNameException>(() => claims.Claim("RÉSUMÉ.TXT", "3"));
        Assert.Equal(LocalNameProblem.CaseCollision, refusal.Problem);
    }
}
