using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

/// <summary>Samples are written in two parts, so that a search for the real thing finds offenders only.</summary>
public sealed class HonestTestTests
{
    [Fact]
    public void Tests_AreHonest() => Rule.Holds(Repository.Sources("tests").SelectMany(HonestTestRule.Check));

    [Theory]
    [InlineData("[Fact(Skip" + " = \"later\")]")]
    [InlineData("[Theory(SkipWhen" + " = \"later\")]")]
    [InlineData("[InlineData(1, Skip" + " = \"later\")]")]
    [InlineData("Assert." + "Skip(\"later\");")]
    [InlineData("Thread" + ".Sleep(1);")]
    [InlineData("await Task" + ".Delay(1);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);")]
    [InlineData("Task Wait(Clock clock) => Task" + ".Delay(1);")]
    [InlineData("Assert.True" + "(true);")]
    [InlineData("Assert.False" + "(false);")]
    public void Check_WhenATestIsNotHonest_ReportsTheLine(string text) =>
        Assert.Equal(2, Assert.Single(HonestTestRule.Check(new("a.cs", $"a\n{text}"))).Line);

    [Theory]
    [InlineData("await Task.Delay(delay, timeProvider, cancellationToken);")]
    [InlineData("await Task.Delay(delay, _clock, cancellationToken);")]
    [InlineData("Task Wait(TimeSpan time) => Task.Delay(time, Clock);")]
    [InlineData("[Fact] public void Skip() { }")]
    [InlineData("[InlineData(\"Skip\")]")]
    [InlineData("items.Skip(1); Assert.True(items.Any());")]
    public void Check_WhenATestIsHonest_FindsNothing(string text) => Assert.Empty(HonestTestRule.Check(new("a.cs", text)));
}
