namespace OneDrive.Sdk.Transfers;

/// <summary>So many first bytes of a content, and their QuickXorHash in base64.</summary>
internal sealed record PrefixHash(long Length, string Hash);
