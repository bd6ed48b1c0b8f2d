using OneDrive.Sdk.Http;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.Tests.Http;

public sealed class RetryAfterTests
{
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));

    [Theory]
    [InlineData("120", 120_000)]
    [InlineData("0", 0)]
    [InlineData(" 7 ", 7_000)]
    [InlineData("2.128", 2_128)]
    [InlineData("0.0001", 1)]
    [InlineData(".5", 500)]
    public void Read_OfSeconds_WaitsAtLeastThatLong(string value, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Read(value));

    [Theory]
    [InlineData("Wed, 04 Mar 2026 05:06:37 GMT", 30)]
    [InlineData("Wednesday, 04-Mar-26 05:06:37 GMT", 30)]
    [InlineData("Wed Mar  4 05:06:37 2026", 30)]
    [InlineData("Wed, 04 Mar 2026 05:06:00 GMT", 0)]
    public void Read_OfAnHttpDate_WaitsUntilThen(string value, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Read(value));

    [Fact]
    public void Read_OfADate_CountsFromTheServicesOwnClockWhenThatIsBehindOurs()
    {
        using var response = Answer("Wed, 04 Mar 2026 05:00:30 GMT");
        response.Headers.TryAddWithoutValidation("Date", "Wed, 04 Mar 2026 05:00:00 GMT");

        Assert.Equal(TimeSpan.FromSeconds(30), RetryAfter.Read(response, _clock));
    }

    [Fact]
    public void Read_OfADate_WhenTheServicesClockIsAhead_StillWaitsTheFullTime()
    {
        using var response = Answer("Wed, 04 Mar 2026 06:00:30 GMT");
        response.Headers.TryAddWithoutValidation("Date", "Wed, 04 Mar 2026 06:00:00 GMT");

        Assert.True(RetryAfter.Read(response, _clock) >= TimeSpan.FromSeconds(30));
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5")]
    [InlineData("1e3")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("1,5")]
    [InlineData("04.03.2026")]
    [Trait("Threat", "T25")]
    public void Read_OfNonsense_IsNull(string value) => Assert.Null(Read(value));

    [Fact]
    [Trait("Threat", "T25")]
    public void Read_OfAnAbsurdNumber_DoesNotOverflow() => Assert.Equal(TimeSpan.FromDays(365), Read("99999999999999999999"));

    [Fact]
    public void Read_OfSeveralValues_TakesTheLongest()
    {
        using var response = Answer("3");
        response.Headers.TryAddWithoutValidation("Retry-After", "9");

        Assert.Equal(TimeSpan.FromSeconds(9), RetryAfter.Read(response, _clock));
    }

    [Fact]
    public void Read_WithoutTheHeader_IsNull()
    {
        using var response = ScriptedTransport.Response(429);

        Assert.Null(RetryAfter.Read(response, _clock));
    }

    private TimeSpan? Read(string value)
    {
        using var response = Answer(value);
        return RetryAfter.Read(response, _clock);
    }

    private static HttpResponseMessage Answer(string value) => ScriptedTransport.Response(429, null, ("Retry-After", value));
}
