using OneDrive.Sdk.Http.Throttling;

namespace OneDrive.Sdk.Tests.Http.Throttling;

public sealed class LearnedRateTests
{
    private readonly LearnedRate _rate = new();
    private double _now;

    [Fact]
    public void OneRejectionAfterAFewRequests_SetsNoRate()
    {
        Serve(requests: 5, every: 0.1);

        RejectAndProbe();

        Assert.False(_rate.IsKnown);
    }

    [Fact]
    public void ARejectionAfterManyRequests_SetsTheRateOfTheRequests()
    {
        Serve(requests: 200, every: 0.1);

        RejectAndProbe();

        Assert.InRange(_rate.Value, 9, 10);
    }

    [Fact]
    public void ARejectionAfterAQuietHour_IsNotMeasuredByTheHour()
    {
        Serve(requests: 100, every: 36);
        Serve(requests: 200, every: 0.1);

        RejectAndProbe();

        Assert.InRange(_rate.Value, 3, 10);
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(300, 60)]
    public void ARejectionOfALightUser_KeepsTheKnownRate(int requests, double every)
    {
        Serve(requests: 200, every: 0.1);
        RejectAndProbe();
        var known = _rate.Value;

        Serve(requests, every);
        RejectAndProbe();

        Assert.Equal(known, _rate.Value);
    }

    [Fact]
    public void ARejectionOfPacedRequests_ReducesTheKnownRate()
    {
        Serve(requests: 200, every: 0.1);
        RejectAndProbe();
        var known = _rate.Value;

        _rate.Served(Send(isPaced: true), _now);
        RejectAndProbe();

        Assert.InRange(_rate.Value, 0.5 * known, 0.93 * known);
    }

    [Fact]
    public void ARejectionWithOthersWaiting_ReducesTheKnownRate()
    {
        Serve(requests: 200, every: 0.1);
        RejectAndProbe();
        var known = _rate.Value;

        Serve(requests: 2, every: 0.1);
        RejectAndProbe(isLone: false);

        Assert.InRange(_rate.Value, 0.5 * known, 0.93 * known);
    }

    private void Serve(int requests, double every)
    {
        for (var index = 0; index < requests; index++)
        {
            _rate.Served(Send(), _now);
            _now += every;
        }
    }

    private void RejectAndProbe(bool isLone = true)
    {
        _rate.Refused(Send(), hasRetryAfter: true, isLone, _now);
        _now += 1;
        _rate.Served(Send(), _now);
    }

    private AdmissionRequest Send(bool isPaced = false)
    {
        _rate.Sent(_now);
        return new AdmissionRequest { Cost = 1, SentAt = _now, WasPaced = isPaced };
    }
}
