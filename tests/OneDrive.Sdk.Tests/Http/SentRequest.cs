namespace OneDrive.Sdk.Tests.Http;

/// <summary>What a request looked like when it reached the transport.</summary>
internal sealed record SentRequest(
    string Method, Uri Address, string? Authorization, IReadOnlyDictionary<string, string> Headers, string? Body);
