using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>A sign-in with a code that a user is to type.</summary>
internal sealed class DeviceSignIn(EmulatorApplication application, RequestedScopes scopes, string tenant, DateTimeOffset expires)
{
    public EmulatorApplication Application { get; } = application;

    public RequestedScopes Scopes { get; } = scopes;

    /// <summary>Where the user signs in, as the request named it.</summary>
    public string Tenant { get; } = tenant;

    public DateTimeOffset Expires { get; } = expires;

    public required string UserCode { get; init; }

    public string? Claims { get; init; }

    /// <summary>The user who signed in; null until then.</summary>
    public UserState? User { get; set; }

    public bool IsDeclined { get; set; }

    /// <summary>Why the sign-in failed; null when it did not.</summary>
    public EntraError? Failure { get; set; }

    public bool IsOpen => User is null && !IsDeclined && Failure is null;
}
