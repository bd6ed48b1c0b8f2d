using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What a user granted to an application. All refresh tokens that descend from one sign-in share it.</summary>
internal sealed class SignInGrant(EmulatorApplication application, UserState user, RequestedScopes scopes)
{
    public EmulatorApplication Application { get; } = application;

    public UserState User { get; } = user;

    public RequestedScopes Scopes { get; } = scopes;

    /// <summary>The name of the sign-in, for snapshots.</summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Whether the grant was taken back: by the user, an administrator, or because a spent token came again.</summary>
    public bool IsRevoked { get; set; }

    public GrantRecord ToRecord() => new(
        Id,
        Application.ClientId,
        Application.DisplayName,
        User.Id,
        Scopes.Audience,
        Scopes.Permissions,
        Scopes.OpenIdWords,
        IsRevoked,
        Scopes.Kind);

    /// <summary>Puts a sign-in together again. The application may be registered only later, so that a likeness of it stands in.</summary>
    public static SignInGrant Restore(GrantRecord record, UserState user) => new(
        new EmulatorApplication(new EmulatorApplicationOptions { ClientId = record.ClientId, DisplayName = record.ApplicationName }),
        user,
        new RequestedScopes(record.Audience, record.Kind, record.Permissions, record.OpenIdWords))
    {
        Id = record.Id,
        IsRevoked = record.IsRevoked,
    };
}
