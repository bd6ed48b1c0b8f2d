namespace OneDrive.Sdk.Transfers;

/// <summary>The length of a prefix of the content, and its base64-encoded QuickXorHash.</summary>
internal sealed record PrefixHash(long Length, string Hash);
