using OneDrive.Sdk.Emulator.Identity;

namespace OneDrive.Sdk.Emulator;

/// <content>Sign-in of users.</content>
public sealed partial class OneDriveEmulator
{
    /// <summary>The pending device codes, oldest first.</summary>
    public IReadOnlyList<string> WaitingDeviceCodes => _state.DeviceCodes.Waiting;

    /// <summary>
    /// The address of SharePoint's own endpoint for the same drives: <c>/_api/v2.0</c> on another host name of this machine, with tokens
    /// for that name.
    /// </summary>
    public Uri SharePointEndpoint => new($"{SharePointAddress.For(Endpoint.AbsoluteUri.TrimEnd('/')).Origin}/_api/v2.0/");

    /// <summary>Enters a device code, and signs in.</summary>
    /// <param name="userCode">The code.</param>
    /// <param name="user">The user; null for <see cref="DefaultUser"/>.</param>
    /// <exception cref="ArgumentException">The device code is not pending.</exception>
    public void ApproveDeviceCode(string userCode, EmulatorUser? user = null) =>
        _state.DeviceCodes.Finish(FindDeviceCode(userCode), (user ?? DefaultUser).State);

    /// <summary>Enters a device code, and declines.</summary>
    /// <param name="userCode">The code.</param>
    /// <exception cref="ArgumentException">The device code is not pending.</exception>
    public void DeclineDeviceCode(string userCode) => _state.DeviceCodes.Finish(FindDeviceCode(userCode), user: null);

    /// <summary>Issues the access token that a user's client would send to an API, and that the API can exchange (on-behalf-of).</summary>
    /// <param name="api">The application that receives the token.</param>
    /// <param name="user">The user who signed in; null for <see cref="DefaultUser"/>.</param>
    /// <returns>The token; valid for <see cref="EmulatorOptions.AccessTokenLifetime"/>.</returns>
    public string IssueUserAssertion(EmulatorApplication api, EmulatorUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        var person = (user ?? DefaultUser).State;
        var scopes = RequestedScopes.Parse($"{Audiences.Of(api)}/access_as_user", Endpoint.AbsoluteUri.TrimEnd('/'));
        return _state.Tokens.Issue(DefaultApplication, person, scopes, _tenants.Of(person), claims: null);
    }

    /// <summary>Revokes all sign-ins of a user, as a password change does: refresh tokens and codes.</summary>
    /// <param name="user">The user; null for all users.</param>
    public void RevokeSignIns(EmulatorUser? user = null)
    {
        _state.SignIns.Revoke(grant => user is null || grant.User == user.State);
        _saver.Save();
    }

    /// <summary>Signs identity tokens with a new key from now on.</summary>
    /// <param name="withdrawOld">Whether the old keys are no longer published.</param>
    public void RotateSigningKey(bool withdrawOld = false)
    {
        _state.SigningKeys.Rotate(withdrawOld);
        _saver.Save();
    }

    /// <summary>
    /// Rejects tokens of users that were not requested with these claims, as continuous access evaluation does: 401 with a challenge.
    /// </summary>
    /// <param name="claims">The claims as a JSON object; null removes the requirement.</param>
    /// <exception cref="ArgumentException">The text is not a JSON object.</exception>
    public void DemandClaims(string? claims) => _state.Claims.Demand(claims);

    private DeviceSignIn FindDeviceCode(string userCode) => _state.DeviceCodes.FindWaiting(userCode)
        ?? throw new ArgumentException($"The device code '{userCode}' is not pending.", nameof(userCode));
}
