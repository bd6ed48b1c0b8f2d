using System.Text.Json;
using OneDrive.Sdk.Tests.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Batching;

/// <summary>Answers in every order and form, and what the batch makes of them.</summary>
public sealed class BatchTests : IDisposable
{
    private const string Item = """{"id":"1","name":"n"}""";

    private readonly ScriptedTransport _transport = new();
    private readonly SkippingTimeProvider _clock = new();
    private readonly OneDriveClient _client;

    public BatchTests() => _client = new OneDriveClient(
        new CountingTokens(),
        new OneDriveOptions
        {
            TimeProvider = _clock,
            DefaultDrive = DriveAddress.ById("b!default"),
            Retry = { AttemptTimeout = TimeSpan.FromDays(1) },
        },
        _transport);

    public void Dispose()
    {
        _client.Dispose();
        _transport.Dispose();
    }

    [Fact]
    public async Task SendAsync_ReadsAnswersInAnyOrder()
    {
        var batch = new BatchRequest();
        var (first, second) = (batch.Get(At("a")), batch.Get(At("b")));
        _transport.Answer(200, Answers((2, 200, """{"id":"B"}""", ""), (1, 200, """{"id":"A"}""", "")));

        await _client.Batch.SendAsync(batch);

        Assert.Equal(("A", "B"), (first.Result.Id, second.Result.Id));
    }

    [Fact]
    public async Task AStepThatFails_ThrowsWhatTheSameCallThrowsAlone()
    {
        const string Error = """{"error":{"code":"itemNotFound","message":"Gone.","innerError":{"request-id":"r-1"}}}""";
        var batch = new BatchRequest();
        var step = batch.Get(At("a"));
        _transport.Answer(200, Answers((1, 404, Error, ""))).Answer(404, Error);

        await _client.Batch.SendAsync(batch);
        var alone = await Assert.ThrowsAsync<ItemNotFoundException>(() => _client.Items.GetAsync(At("a")));
        var inBatch = Assert.Throws<ItemNotFoundException>(() => step.Result);

        Assert.Equal((alone.Message, alone.ErrorCode, alone.RequestId), (inBatch.Message, inBatch.ErrorCode, inBatch.RequestId));
        Assert.Same(inBatch, step.Error);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(509)]
    public async Task AThrottledStep_HoldsBackEveryOtherCallOfTheClient(int status)
    {
        using var client = new OneDriveClient(
            new CountingTokens(),
            new OneDriveOptions { TimeProvider = _clock, Retry = { AttemptTimeout = TimeSpan.FromDays(1) } },
            _transport);
        var batch = new BatchRequest();
        var step = batch.Get(At("a"));
        _transport.Answer(200, Answers((1, status, "{}", "20"))).Answer(200, Item);

        await client.With(new CallOptions { Retry = new OneDriveRetryOptions { Mode = RetryMode.None } }).Batch.SendAsync(batch);
        await client.Items.GetAsync(At("b"));

        Assert.IsType<ThrottledException>(step.Error);
        Assert.InRange(Assert.Single(_clock.Waits).TotalSeconds, 20, 20.1);
    }

    [Fact]
    public async Task AThrottledStep_GoesAgainAlone_AfterTheLongestWish()
    {
        var batch = new BatchRequest();
        var (first, second, third) = (batch.Get(At("a")), batch.Get(At("b")), batch.Get(At("c")));
        _transport
            .Answer(200, Answers((1, 429, "{}", "2.5"), (2, 200, Item, ""), (3, 503, "{}", "7")))
            .Answer(200, Answers((1, 200, Item, ""), (2, 200, Item, "")));

        await _client.Batch.SendAsync(batch);

        Assert.InRange(Assert.Single(_clock.Waits), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
        Assert.Equal([3, 2], _transport.Sent.Select(sent => Entries(sent).Count));
        Assert.All([first, second, third], step => Assert.True(step.IsSuccess));
    }

    [Fact]
    public async Task AStepThatStaysThrottled_EndsWithTheWish()
    {
        var batch = new BatchRequest();
        var step = batch.Get(At("a"));
        for (var attempt = 0; attempt < 6; attempt++)
        {
            _transport.Answer(200, Answers((1, 429, "{}", "3")));
        }

        await _client.Batch.SendAsync(batch);

        Assert.Equal(TimeSpan.FromSeconds(3), Assert.Throws<ThrottledException>(() => step.Result).RetryAfter);
    }

    [Fact]
    public async Task AWishBeyondTheBudget_IsNotWaitedFor()
    {
        var batch = new BatchRequest();
        var step = batch.Get(At("a"));
        _transport.Answer(200, Answers((1, 429, "{}", "3600")));

        await _client.Batch.SendAsync(batch);

        Assert.Equal(TimeSpan.FromHours(1), Assert.IsType<ThrottledException>(step.Error).RetryAfter);
    }

    [Fact]
    public async Task AStepOfUnknownOutcome_IsRepeatedOnlyWhenThatIsHarmless()
    {
        var batch = new BatchRequest();
        var create = batch.CreateFolder(At("a"), "New");
        var delete = batch.Delete(At("b"));
        _transport
            .Answer(200, Answers((1, 504, "{}", ""), (2, 504, "{}", "")))
            .Answer(200, Answers((1, 404, """{"error":{"code":"itemNotFound","message":"m"}}""", "")));

        await _client.Batch.SendAsync(batch);

        Assert.Equal(504, (int)Assert.IsType<OneDriveApiException>(create.Error).StatusCode);
        delete.EnsureSuccess();
    }

    [Fact]
    public async Task StepsThatWait_TravelTogether_AndFailWithTheOneTheyWaitFor()
    {
        var batch = new BatchRequest();
        var first = batch.Update(At("a"), new ItemChanges { Name = "n" });
        var second = batch.Delete(At("b")).After(first);
        var third = batch.Get(At("c")).After(second);
        _transport.Answer(200, Answers((3, 424, "{}", ""), (2, 424, "{}", ""), (1, 403, """{"error":{"code":"accessDenied"}}""", "")));

        await _client.Batch.SendAsync(batch);

        Assert.Equal([null, "1", "2"], Entries(Assert.Single(_transport.Sent)).Select(DependsOn));
        Assert.Equal("accessDenied", ((OneDriveApiException)first.Error!).ErrorCode);
        Assert.Equal([424, 424], new[] { second.Error, third.Error }.Select(error => (int)((OneDriveApiException)error!).StatusCode));
    }

    [Fact]
    public async Task AStepThatWaitsForAThrottledOne_GoesAgainWithIt()
    {
        var batch = new BatchRequest();
        var first = batch.Get(At("a"));
        var second = batch.Get(At("b")).After(first);
        _transport
            .Answer(200, Answers((1, 429, "{}", "1"), (2, 424, "{}", "")))
            .Answer(200, Answers((1, 200, Item, ""), (2, 200, Item, "")));

        await _client.Batch.SendAsync(batch);

        Assert.Equal(("1", "1"), (first.Result.Id, second.Result.Id));
    }

    [Fact]
    public async Task MoreThanTwentySteps_TakeSeveralTrips_AndStepsWaitAcrossThem()
    {
        var batch = new BatchRequest();
        var steps = new List<BatchStep>();
        for (var index = 0; index < 45; index++)
        {
            var step = batch.Get(At($"item{index}"));
            steps.Add(index == 0 ? step : step.After(steps[^1]));
        }

        foreach (var size in new[] { 20, 20, 5 })
        {
            _transport.Answer(200, Answers([.. Enumerable.Range(1, size).Select(id => (id, 200, Item, ""))]));
        }

        await _client.Batch.SendAsync(batch);

        Assert.Equal([20, 20, 5], _transport.Sent.Select(sent => Entries(sent).Count));
        Assert.All(_transport.Sent, sent => Assert.Null(DependsOn(Entries(sent)[0])));
        Assert.All(steps, step => Assert.True(step.IsSuccess));
    }

    [Fact]
    public async Task AShapeThatTheServiceDoesNotKnow_TakesOneTripMore()
    {
        var batch = new BatchRequest();
        var (first, second) = (batch.Get(At("a")), batch.Get(At("b")));
        batch.Get(At("c")).After(first).After(second);
        _transport
            .Answer(200, Answers((1, 200, Item, ""), (2, 200, Item, "")))
            .Answer(200, Answers((1, 200, Item, "")));

        await _client.Batch.SendAsync(batch);

        Assert.Equal([2, 1], _transport.Sent.Select(sent => Entries(sent).Count));
        Assert.All(_transport.Sent.SelectMany(Entries), entry => Assert.Null(DependsOn(entry)));
    }

    [Fact]
    public async Task AnAnswerThatForgetsAStep_OrIsNoJson_FailsThatStep()
    {
        var batch = new BatchRequest();
        var (forgotten, gateway) = (batch.Get(At("a")), batch.Get(At("b")));
        _transport.Answer(200, Answers((2, 400, "\"PGh0bWw+\"", "")));

        await _client.Batch.SendAsync(batch);

        Assert.IsType<OneDriveConnectionException>(forgotten.Error);
        Assert.Equal(400, (int)Assert.IsType<OneDriveApiException>(gateway.Error).StatusCode);
    }

    [Fact]
    public async Task SendAsync_ResolvesTheDefaultDrive()
    {
        var batch = new BatchRequest();
        batch.Get(DriveAddress.Default.Path("/a"));
        _transport.Answer(200, Answers((1, 200, Item, "")));

        await _client.Batch.SendAsync(batch);

        Assert.Equal("/drives/b!default/root:/a", Entries(_transport.Sent[0])[0].GetProperty("url").GetString());
    }

    [Fact]
    public async Task ABatch_IsSentOnce_AndItsStepsStayAmongThemselves()
    {
        var (batch, other) = (new BatchRequest(), new BatchRequest());
        var (first, second) = (batch.Get(At("a")), batch.Get(At("b")));
        second.After(first);
        Assert.Throws<ArgumentException>(() => first.After(second));
        Assert.Throws<ArgumentException>(() => first.After(other.Get(At("a"))));
        Assert.Throws<ArgumentException>(() => batch.Update(At("a"), new ItemChanges()));
        Assert.Throws<ArgumentException>(() => batch.Move(At("a"), DriveAddress.Me.Path("/b")));
        Assert.Throws<InvalidOperationException>(() => first.Result);
        _transport.Answer(200, Answers((1, 200, Item, ""), (2, 200, Item, "")));

        await _client.Batch.SendAsync(batch);

        await Assert.ThrowsAsync<InvalidOperationException>(() => _client.Batch.SendAsync(batch));
        Assert.Throws<InvalidOperationException>(() => batch.Get(At("c")));
    }

    [Fact]
    public async Task ARequestThatFailsAsAWhole_FailsEveryOpenStep()
    {
        var batch = new BatchRequest();
        var step = batch.Get(At("a"));
        _transport.Answer(403, """{"error":{"code":"accessDenied","message":"m"}}""");

        var thrown = await Assert.ThrowsAsync<OneDriveApiException>(() => _client.Batch.SendAsync(batch));

        Assert.Same(thrown, step.Error);
    }

    private static ItemAddress At(string id) => DriveAddress.Me.Item(id);

    private static IReadOnlyList<JsonElement> Entries(SentRequest sent)
    {
        using var document = JsonDocument.Parse(sent.Body!);
        return [.. document.RootElement.GetProperty("requests").EnumerateArray().Select(entry => entry.Clone())];
    }

    private static string? DependsOn(JsonElement entry) =>
        entry.TryGetProperty("dependsOn", out var ids) ? string.Join(',', ids.EnumerateArray().Select(id => id.GetString())) : null;

    private static string Answers(params (int Id, int Status, string Body, string RetryAfter)[] answers) =>
        $$"""{"responses":[{{string.Join(',', answers.Select(Answer))}}]}""";

    private static string Answer((int Id, int Status, string Body, string RetryAfter) answer)
    {
        var headers = answer.RetryAfter.Length > 0 ? $$"""{"Retry-After":"{{answer.RetryAfter}}"}""" : "{}";
        return $$"""{"id":"{{answer.Id}}","status":{{answer.Status}},"headers":{{headers}},"body":{{answer.Body}}}""";
    }
}
