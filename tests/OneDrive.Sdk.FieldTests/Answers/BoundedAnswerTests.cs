using System.Text;
using OneDrive.Sdk.FieldTests.Service;
using OneDrive.Sdk.FieldTests.Support;

namespace OneDrive.Sdk.FieldTests.Answers;

/// <summary>H24 and H25. What one answer may cost is bounded: in memory by more than its bytes, and in time by more than silence.</summary>
public sealed class BoundedAnswerTests
{
    public static TheoryData<string> Bombs => ["{}", "{\"a\":1}", "{\"file\":{}}", "{\"permissions\":[{},{}]}"];

    [Theory]
    [MemberData(nameof(Bombs))]
    public async Task APageOfManySmallThings_IsRefused(string entry)
    {
        const int Length = 24 * 1024 * 1024;
        var text = new StringBuilder("{\"value\":[").Append(entry);
        while (text.Length < Length)
        {
            text.Append(',').Append(entry);
        }

        await using var answer = new AnswerCase(Answer.Json(text.Append("]}").ToString()));

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(answer.ListAsync);

        Assert.False(exception.IsTransient);
        Assert.Contains("memory", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerThatDrips_Ends()
    {
        var time = new FastTime(50);
        await using var answer = new AnswerCase(
            options =>
            {
                options.TimeProvider = time;
                options.Retry.AttemptTimeout = TimeSpan.FromSeconds(5);
            },
            Drip(200));

        var exception = await Assert.ThrowsAsync<OneDriveConnectionException>(() => answer.Client.Items.GetAsync(AnswerCase.Folder));

        Assert.Contains("did not end", exception.Message, StringComparison.Ordinal);
        Assert.Single(answer.Service.Requests);
    }

    [Fact]
    public async Task AnErrorThatDrips_Ends()
    {
        var time = new FastTime(50);
        await using var answer = new AnswerCase(
            options =>
            {
                options.TimeProvider = time;
                options.Retry.AttemptTimeout = TimeSpan.FromSeconds(5);
            },
            Drip(404));

        await Assert.ThrowsAsync<ItemNotFoundException>(() => answer.Client.Items.GetAsync(AnswerCase.Folder));
    }

    /// <summary>A byte every few milliseconds, which is every 0.7 seconds of the client's clock, without an end.</summary>
    private static Answer Drip(int status) => Answer.Json("{", status).UntilClose() with
    {
        Tail = async (stream, cancellationToken) =>
        {
            while (true)
            {
                await stream.WriteAsync(" "u8.ToArray(), cancellationToken);
                await Task.Delay(TimeSpan.FromMilliseconds(14), TimeProvider.System, cancellationToken);
            }
        },
    };
}
