namespace OneDrive.Sdk.Http;

/// <summary>A streamed answer that gives its place at the gate back when it ends.</summary>
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
