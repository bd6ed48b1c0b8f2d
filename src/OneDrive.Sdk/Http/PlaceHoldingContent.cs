namespace OneDrive.Sdk.Http;

/// <summary>A streamed response that releases its concurrency lease when it ends.</summary>
internal sealed class PlaceHoldingContent(HttpContent inner, GatePlace place) : WrappedContent(inner)
{
    protected override Stream Wrap(Stream inner) => new PlaceHoldingStream(inner, place);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            place.Dispose();
        }

        base.Dispose(disposing);
    }
}
