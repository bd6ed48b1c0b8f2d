namespace OneDrive.Sdk.Http;

/// <summary>A response whose every read must bring something within the limit.</summary>
internal sealed class InactivityContent(HttpContent inner, TimeSpan limit, TimeProvider timeProvider) : WrappedContent(inner)
{
    protected override Stream Wrap(Stream inner) => new InactivityStream(inner, limit, timeProvider);
}
