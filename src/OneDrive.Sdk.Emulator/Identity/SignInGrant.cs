using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What a person granted to an application. All refresh tokens that descend from one sign-in share it.</summary>
internal sealed class SignInGrant(EmulatorApplication application, UserState user, RequestedScopes scopes)
{
    public EmulatorApplication Application { get; } = application;

    public UserState User { get; } = user;

    public RequestedScopes Scopes { get; } = scopes;

    /// <summary>Whether the grant was taken back: by the user, an administrator, or because a spent token came again.</summary>
    public bool IsRevoked { get; set; }
}
