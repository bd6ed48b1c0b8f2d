namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>Something that goes wrong with one request; it is given what the service would do.</summary>
internal delegate HttpResponseMessage FakeFault(Func<HttpResponseMessage> work);
