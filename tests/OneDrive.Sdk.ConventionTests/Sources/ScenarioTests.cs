using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

public sealed class ScenarioTests
{
    private const string Folder = "tests/OneDrive.Sdk.ScenarioTests";

    [Fact]
    public void EveryMethodOfANoun_IsCalledByAScenarioTest()
    {
        var nouns = typeof(IOneDriveClient).GetProperties();
        var texts = Repository.Sources(Folder)
            .Where(file => !file.Path.StartsWith(Folder + "/Documentation/", StringComparison.Ordinal))
            .Select(file => file.Text)
            .ToList();

        Assert.Equal(8, nouns.Length);
        Rule.Holds(nouns.SelectMany(noun => ScenarioRule.Check(noun.Name, noun.PropertyType.GetMethods(), texts)));
    }

    [Fact]
    public void EveryMethodOfABatch_IsCalledByAScenarioTest()
    {
        var texts = Repository.Sources(Folder).Select(file => file.Text).ToList();
        var methods = typeof(BatchRequest).GetMethods().Where(method => method.DeclaringType == typeof(BatchRequest));

        Rule.Holds(ScenarioRule.Check("Batch", methods, texts));
    }

    [Fact]
    public void Check_ReportsWhatNoTestCalls() => Assert.Equal(
        ["no scenario test calls Items.FindAsync"],
        ScenarioRule.Check(
            "Items",
            typeof(IItemsClient).GetMethods().Where(method => method.Name is "GetAsync" or "FindAsync"),
            ["await PersonalItems.GetAsync(File); await drives.FindAsync(x); // items: FindAsync("]));
}
