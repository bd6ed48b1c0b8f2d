using OneDrive.Sdk.ConventionTests.Reading;

namespace OneDrive.Sdk.ConventionTests.Sources;

public sealed class AsyncSourceTests
{
    /// <summary>Azure.Core demands a method that blocks.</summary>
    private const string MustBlock = "OneDriveTokenCredential";

    [Fact]
    public void Sources_NeverBlockAndNeverForgetATask() => Rule.Holds(
        Repository.Sources("src").Where(file => file.Name != MustBlock).SelectMany(AsyncSourceRule.Check));

    [Theory]
    [InlineData("private async void Start() { }")]
    [InlineData("StartAsync().GetAwaiter().GetResult();")]
    [InlineData("task.Wait();")]
    public void Check_WhenATaskIsBlockedOnOrForgotten_ReportsTheLine(string text) =>
        Assert.Equal(2, Assert.Single(AsyncSourceRule.Check(new("a.cs", $"a\n{text}"))).Line);

    [Fact]
    public void Check_WhenTasksAreAwaited_FindsNothing() =>
        Assert.Empty(AsyncSourceRule.Check(new("a.cs", "async Task A() => await b.WaitAsync();")));
}
