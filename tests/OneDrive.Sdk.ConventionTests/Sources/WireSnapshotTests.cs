using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

public sealed class WireSnapshotTests
{
    [Fact]
    public void Calls_AreShownOnTheWire()
    {
        var calls = Repository.Sources("src/OneDrive.Sdk/Calls", "src/OneDrive.Sdk.SharePoint")
            .Where(file => file.Name.EndsWith("Calls", StringComparison.Ordinal)
                || file.Name.EndsWith("Requests", StringComparison.Ordinal))
            .ToList();
        string[] folders = ["tests/OneDrive.Sdk.Tests/Calls", "tests/OneDrive.Sdk.Tests/SharePoint"];
        var verified = folders.SelectMany(folder => Repository.Files(folder, "*.verified.txt"))
            .Select(path => Path.GetFileName(path))
            .ToList();

        Assert.NotEmpty(calls);
        Rule.Holds(calls.SelectMany(file => WireSnapshotRule.Check(file, verified)));
    }

    [Fact]
    public void Check_WhenACallIsNotShown_ReportsTheLineOfItsMethod()
    {
        var file = new SourceFile(
            "Calls/ItemCalls.cs",
            """
            internal static class ItemCalls
            {
                internal static GraphCall<CollectionPage<Item>> List(int a) => Private();
                internal static GraphCall<Item> Get() => new();
                private static GraphCall<Item> Private() => new();
            }
            """);

        var violation = Assert.Single(WireSnapshotRule.Check(file, ["ItemCallsTests.List_OnTheWire.verified.txt"]));

        Assert.Equal("Calls/ItemCalls.cs(4): ItemCalls.Get has no ItemCallsTests.Get_OnTheWire.verified.txt", violation.ToString());
    }
}
