using OneDrive.Sdk.FieldTests.Support;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Items;

/// <summary>Any name that the service takes comes back as it was: address, URL, emulator, item.</summary>
public sealed class NameRoundTripTests
{
    private const string Marks =
        " !#$%&'()+,-.;=@[]^_`{}~áßçøž日本語カЖЩא😀🏳️‍🌈e\u0301\u00A0\u3000%20%2F%2e+";

    private static readonly string[] Awkward =
    [
        "100%", "%41", "%2F", "%252F", "a%20b", "a b", "a+b", "#1", "a&b=c", "..a", "a..b", ".hidden", "'", "''", "a'b''c", "(x)", "[x]",
        "{x}", "~x", "a;b", "a,b", "@x", "$x", "search(q='x')", "children", "content", "root", "ÄÖÜ", "日本語.txt", "😀.png", "e\u0301.txt",
    ];

    [Fact]
    public async Task AnyLegalName_ComesBackAsItWasGiven()
    {
        await using var scenario = await Scenario.StartAsync();
        var random = new Random(20260);
        foreach (var name in Awkward.Concat(Enumerable.Range(0, 60).Select(_ => NewName(random))))
        {
            var parent = DriveAddress.Me.Path($"/{name}");

            var folder = await scenario.Client.Items.EnsureFolderAsync(parent);
            var inner = await scenario.Client.Items.CreateFolderAsync(parent, name);

            Assert.Equal(name, folder.Name);
            Assert.Equal(inner.Id, (await scenario.Client.Items.GetAsync(parent.Child(name))).Id);
            Assert.Equal(inner.Id, (await scenario.Client.Items.GetAsync(folder.Address.Child(name))).Id);
            Assert.NotNull(scenario.Drive.FindItem($"{name}/{name}"));
        }
    }

    [Theory]
    [InlineData("a:b")]
    [InlineData("a*b")]
    [InlineData("a?b")]
    [InlineData("a\"b")]
    [InlineData("a<b>")]
    [InlineData("a|b")]
    [InlineData("a\\b")]
    [InlineData("ends with a dot.")]
    [InlineData(" begins with a space")]
    [InlineData("CON")]
    public async Task ANameThatTheServiceReserves_IsRefusedInItsWords(string name)
    {
        await using var scenario = await Scenario.StartAsync(client: options => options.TimeProvider = new FastTime());

        var created = await Assert.ThrowsAsync<OneDriveApiException>(
            () => scenario.Client.Items.CreateFolderAsync(DriveAddress.Me.Root, name));
        var uploaded = await Assert.ThrowsAsync<OneDriveApiException>(
            () => scenario.Client.Content.UploadAsync(DriveAddress.Me.Root.Child(name), new MemoryStream([1])));

        Assert.Equal(("invalidRequest", "invalidRequest"), (created.ErrorCode, uploaded.ErrorCode));
        Assert.Null(scenario.Drive.FindItem(name));
    }

    [Fact]
    public async Task ANameThatNoAddressCanCarry_IsRefusedBeforeAnyRequest()
    {
        await using var scenario = await Scenario.StartAsync();
        foreach (var name in new[] { "", " ", ".", "..", "a/b", "a\0b", "a\nb", "half \uD83D of a character" })
        {
            Assert.ThrowsAny<ArgumentException>(() => DriveAddress.Me.Root.Child(name));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => scenario.Client.Items.CreateFolderAsync(DriveAddress.Me.Root, name));
        }

        Assert.Empty(scenario.Emulator.Traffic);
    }

    // The runes of the marks in any order; a name neither begins nor ends with a space, nor ends with a dot.
    private static string NewName(Random random)
    {
        var runes = Marks.EnumerateRunes().ToArray();
        var name = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => runes[random.Next(runes.Length)].ToString()));
        return $"n{name}z";
    }
}
