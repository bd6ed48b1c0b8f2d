using System.Threading.Channels;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

/// <summary>A source of tokens that a test answers by hand: each request waits until the test lets it land or fail.</summary>
internal sealed class StubTokenSource : ITokenSource
{
    private readonly Channel<Flight> _flights = Channel.CreateUnbounded<Flight>();
    private int _requests;

    /// <summary>Whether requests go on although nobody waits for them any more.</summary>
    internal bool IgnoresCancellation { get; set; }

    internal int Requests => Volatile.Read(ref _requests);

    public string CacheKeyFor(AccessTokenRequest request) => request.Resource.Host;

    public Task<AccessToken> AcquireAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var flight = new Flight(request, !IgnoresCancellation, cancellationToken);
        Interlocked.Increment(ref _requests);
        Assert.True(_flights.Writer.TryWrite(flight));
        return flight.Answer.Task;
    }

    /// <summary>Waits for the next request that was not waited for yet.</summary>
    internal Task<Flight> NextAsync() => _flights.Reader.ReadAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1));

    internal sealed class Flight
    {
        internal Flight(AccessTokenRequest request, bool endsWhenCancelled, CancellationToken cancellationToken)
        {
            Request = request;
            Cancellation = cancellationToken;
            if (endsWhenCancelled)
            {
                cancellationToken.Register(() => Answer.TrySetCanceled(cancellationToken));
            }
        }

        internal AccessTokenRequest Request { get; }

        internal CancellationToken Cancellation { get; }

        internal TaskCompletionSource<AccessToken> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal void Land(string value, DateTimeOffset expiresOn, DateTimeOffset? refreshOn = null) =>
            Answer.SetResult(new AccessToken(value, expiresOn, refreshOn));
    }
}
