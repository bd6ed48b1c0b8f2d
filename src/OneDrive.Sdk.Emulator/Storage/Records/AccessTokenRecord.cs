using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>An access token, of which only the hash is kept.</summary>
internal sealed record AccessTokenRecord(
    string Hash,
    string Audience,
    string TenantId,
    string ApplicationId,
    string? UserId,
    DateTimeOffset Expires,
    Actor Actor,
    IReadOnlyList<string> Scopes,
    string? Claims,
    Identity.AudienceKind Kind = Identity.AudienceKind.Graph);
