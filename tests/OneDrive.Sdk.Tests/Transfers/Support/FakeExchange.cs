namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>One request that the fake service got.</summary>
internal sealed record FakeExchange(FakeStep Step, Uri Url, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    internal string? Header(string name) => Headers.GetValueOrDefault(name);
}
