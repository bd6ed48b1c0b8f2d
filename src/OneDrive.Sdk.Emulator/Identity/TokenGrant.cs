using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What an access token stands for. The token itself is an opaque string that only the emulator can look up.</summary>
internal sealed record TokenGrant(
    string Audience,
    string TenantId,
    string ApplicationId,
    UserState? User,
    DateTimeOffset Expires,
    Actor Actor)
{
    /// <summary>What the user granted; an application that acts for itself may do everything.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    public AudienceKind Kind { get; init; }

    /// <summary>The claims that the token was requested with.</summary>
    public string? Claims { get; init; }

    /// <summary>Whether the application acts for itself and not for a user.</summary>
    public bool IsApplicationOnly => User is null;
}
