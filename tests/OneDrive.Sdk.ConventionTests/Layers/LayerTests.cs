using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Layers;

public sealed class LayerTests
{
    [Fact]
    public void OneDriveSdk_NamesNoTypeOfAHigherLayer() => Rule.Holds(LayerRule.Check(Repository.Sources("src/OneDrive.Sdk")));

    [Fact]
    public void TheFolderOfSignIn_ContainsPublicTypesOnly_BesideItsSubfolders() => Rule.Holds(
        Repository.Sources("src/OneDrive.Sdk/Authentication")
            .Where(file => file.Path.Count(letter => letter == '/') == 3 && !file.Text.Contains("\npublic ", StringComparison.Ordinal))
            .Select(file => file.At(1, $"{file.Name} is internal; move it to the folder of its subject")));

    [Fact]
    public void Check_WhenALowerLayerNamesAHigherOne_ReportsFileAndLine()
    {
        var violation = Assert.Single(Check(
            ("Calls/ItemCalls.cs", "namespace OneDrive.Sdk.Calls;\n\n/* GraphTransport */ class ItemCalls\n{ GraphTransport _x; }"),
            ("Http/GraphTransport.cs", "class GraphTransport { ItemCalls x; }")));

        Assert.Equal("src/OneDrive.Sdk/Calls/ItemCalls.cs(4): ItemCalls (Calls) uses GraphTransport (Wire)", violation.ToString());
    }

    [Fact]
    public void Check_WhenALowerLayerUsesAnExtensionOfAHigherOne_ReportsIt() =>
        Assert.Single(Check(
            ("Models/Item.cs", "using OneDrive.Sdk.Http;\nclass Item { int Size => 1.Twice(); }"),
            ("Http/X.cs", "namespace OneDrive.Sdk.Http;\nstatic class X { internal static int Twice(this int x) => x; }")));

    [Fact]
    public void Check_WhenOnlyTheTypeOfAnExpressionIsOfAHigherLayer_ReportsIt()
    {
        var violation = Assert.Single(Check(
            ("Models/Item.cs", "class Item\n{ object X(Values v) => v.Gate; }"),
            ("Models/Values.cs", "partial class Values { }"),
            ("Http/Values.cs", "partial class Values { internal Gate Gate => new(); }"),
            ("Http/Gate.cs", "class Gate;")));

        Assert.Equal("src/OneDrive.Sdk/Models/Item.cs(2): Item (Values) uses Gate (Wire)", violation.ToString());
    }

    [Fact]
    public void Check_WhenAMemberHasTheNameOfATypeOfAHigherLayer_DoesNotReportIt() =>
        Assert.Empty(Check(("Models/Item.cs", "class Item { int Gate => 1; int X => Gate; }"), ("Http/Gate.cs", "class Gate;")));

    [Fact]
    public void Check_WhenHttpNamesAFlow_ReportsItButNotTheInterface()
    {
        var violation = Assert.Single(Check(
            ("Authentication/IAccessTokenProvider.cs", "interface IAccessTokenProvider;"),
            ("Authentication/ClientSecretTokenProvider.cs", "class ClientSecretTokenProvider : IAccessTokenProvider;"),
            ("Http/AuthorizationHandler.cs", "class AuthorizationHandler { IAccessTokenProvider a;\nClientSecretTokenProvider b; }")));

        Assert.Equal(2, violation.Line);
    }

    [Fact]
    public void Check_WhenAFolderHasTwoLayers_KnowsTheFilesApart()
    {
        var violation = Assert.Single(Check(
            ("Errors/ErrorReader.cs", "class ErrorReader;"),
            ("Errors/OneDriveException.cs", "class OneDriveException { ErrorReader x; }"),
            ("Json/Context.cs", "class Context { ErrorReader x; }")));

        Assert.EndsWith("OneDriveException.cs", violation.Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WhenAFolderIsUnknown_AsksForItsLayer() =>
        Assert.Contains("has no layer", Assert.Single(Check(("Helpers/Misc.cs", "class Misc;"))).Message, StringComparison.Ordinal);

    private static IEnumerable<Violation> Check(params (string Path, string Text)[] files) =>
        LayerRule.Check([.. files.Select(file => new SourceFile(LayerMap.Root + file.Path, file.Text))]);
}
