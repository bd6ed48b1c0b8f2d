namespace OneDrive.Sdk.ProgramTests.Folders;

public sealed class ItemNamesTests
{
    private const string Alphabet = "ab .~$_vti_\":*<>?/\\|．：＿～‛ＣＯＮCONcon\u0001\u2401\u2420é😀";

    [Theory]
    [InlineData("a:b", "a：b")]
    [InlineData("CON", "ＣON")]
    [InlineData("end.", "end．")]
    [InlineData(" start", "␠start")]
    [InlineData("~$x", "～$x")]
    [InlineData("x_vti_y", "x＿vti_y")]
    [InlineData("a：b", "a‛：b")]
    [InlineData("plain ü 😀 #%.txt", "plain ü 😀 #%.txt")]
    public void ToRemote_OfANameThatOneDriveRefuses_ReplacesWhatIsRefusedAndToLocalUndoesIt(string local, string remote)
    {
        Assert.Equal(remote, ItemNames.ToRemote(local));
        Assert.Equal(local, ItemNames.ToLocal(remote));
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("a/b")]
    [InlineData("．．")]
    [InlineData("a／b")]
    [InlineData("x.partial")]
    [InlineData("a\u0000b")]
    public void ToLocal_OfAHostileName_NeverLeadsElsewhere(string remote)
    {
        var local = ItemNames.ToLocal(remote);

        Assert.DoesNotContain('/', local);
        Assert.DoesNotContain('\0', local);
        Assert.False(local is "." or ".." || local.EndsWith(".partial", StringComparison.Ordinal));
    }

    [Fact]
    public void ToRemote_OfManyNames_IsTakenByOneDriveAndUndone()
    {
        if (OperatingSystem.IsWindows())
            return;
        var random = new Random(5);
        for (var round = 0; round < 200_000; round++)
        {
            var runes = Alphabet.EnumerateRunes().ToArray();
            var name = string.Concat(Enumerable.Range(0, random.Next(1, 8)).Select(_ => runes[random.Next(runes.Length)].ToString()));
            if (name is "." or ".." || name.Contains('/', StringComparison.Ordinal) || name.Any(char.IsControl))
                continue;

            var remote = ItemNames.ToRemote(name);

            Assert.True(ItemNames.CheckRemote(remote) is null, $"'{name}' became '{remote}'");
            Assert.True(ItemNames.ToLocal(remote) == name, $"'{name}' became '{remote}' and then '{ItemNames.ToLocal(remote)}'");
        }
    }
}
