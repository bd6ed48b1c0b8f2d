namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>What a user granted to an application.</summary>
internal sealed record GrantRecord(
    string Id,
    string ClientId,
    string ApplicationName,
    string UserId,
    string Audience,
    IReadOnlyList<string> Permissions,
    IReadOnlyList<string> OpenIdWords,
    bool IsRevoked,
    Identity.AudienceKind Kind = Identity.AudienceKind.Graph);
