using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Projects;

public sealed class ProjectTests
{
    private static readonly string[] Folders = ["src", "tests", "samples", "benchmarks"];

    [Fact]
    public void ProjectFiles_OfSdkAndEmulator_DoNotNameEachOther() => Rule.Holds(
        Repository.Files("src", "*.csproj").SelectMany(path => ProjectReferenceRule.Check(path, Repository.Read(path))));

    [Fact]
    public void Projects_AreInTheSolutionOrHaveAStepOfTheirOwn()
    {
        var solution = Repository.Read("OneDrive.Sdk.sln").Replace('\\', '/');
        var steps = Repository.Read(".ci/run");

        Rule.Holds(Folders
            .SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal))
            .Where(path => !steps.Contains(Path.GetDirectoryName(path)!, StringComparison.Ordinal))
            .Select(path => $"{path} is neither in the solution nor in .ci/run, so nobody builds it"));
    }

    [Theory]
    [InlineData("src/OneDrive.Sdk.Emulator/OneDrive.Sdk.Emulator.csproj", "../OneDrive.Sdk/OneDrive.Sdk.csproj", 1)]
    [InlineData("src/OneDrive.Sdk/OneDrive.Sdk.csproj", "../OneDrive.Sdk.Emulator/OneDrive.Sdk.Emulator.csproj", 1)]
    [InlineData("src/OneDrive.Sdk.Emulator.Tool/Tool.csproj", "../OneDrive.Sdk.Emulator/OneDrive.Sdk.Emulator.csproj", 0)]
    [InlineData("src/OneDrive.Sdk.Azure/OneDrive.Sdk.Azure.csproj", "../OneDrive.Sdk/OneDrive.Sdk.csproj", 0)]
    public void ProjectReferenceRule_KeepsSdkAndEmulatorApart(string project, string reference, int violations) => Assert.Equal(
        violations,
        ProjectReferenceRule.Check(
            project, $"""<Project><ItemGroup><ProjectReference Include="{reference}" /></ItemGroup></Project>""").Count());
}
