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

    private void Serve(int requests, double every)
    {
        for (var index = 0; index < requests; index++)
        {
            _rate.Served(Send(), _now);
            _now += every;
        }
    }

    private void RejectAndProbe()
    {
        _rate.Refused(Send(), hasRetryAfter: true, _now);
        _now += 1;
        _rate.Served(Send(), _now);
    }

    private AdmissionRequest Send()
    {
        _rate.Sent(_now);
        return new AdmissionRequest { Cost = 1, SentAt = _now };
    }
}
