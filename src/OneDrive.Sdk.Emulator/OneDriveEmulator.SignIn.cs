using OneDrive.Sdk.Emulator.Identity;

namespace OneDrive.Sdk.Emulator;

/// <content>What happens around the sign-in of people.</content>
public sealed partial class OneDriveEmulator
{
    /// <summary>The codes that devices show and that were not entered yet, the oldest first.</summary>
    public IReadOnlyList<string> WaitingDeviceCodes => _state.DeviceCodes.Waiting;

    /// <summary>
    /// Where the same drives are served as SharePoint serves them itself: <c>/_api/v2.0</c> on another name of this machine, with tokens
    /// for that name.
    /// </summary>
    public Uri SharePointEndpoint => new($"{SharePointAddress.For(Endpoint.AbsoluteUri.TrimEnd('/')).Origin}/_api/v2.0/");

    /// <summary>Types the code that a device shows, and signs in.</summary>
    /// <param name="userCode">The code.</param>
    /// <param name="user">Who signs in; null for <see cref="DefaultUser"/>.</param>
    /// <exception cref="ArgumentException">No device shows this code now.</exception>
    public void ApproveDeviceCode(string userCode, EmulatorUser? user = null) =>
        _state.DeviceCodes.Finish(FindDeviceCode(userCode), (user ?? DefaultUser).State);

    /// <summary>Types the code that a device shows, and declines.</summary>
    /// <param name="userCode">The code.</param>
    /// <exception cref="ArgumentException">No device shows this code now.</exception>
    public void DeclineDeviceCode(string userCode) => _state.DeviceCodes.Finish(FindDeviceCode(userCode), user: null);

    /// <summary>
    /// Issues the access token that a user's client would send to an application that is an API, and which that application may exchange
    /// for one of its own (on-behalf-of).
    /// </summary>
    /// <param name="api">The application that receives the token.</param>
    /// <param name="user">The user who signed in; null for <see cref="DefaultUser"/>.</param>
    /// <returns>The token; good for <see cref="EmulatorOptions.AccessTokenLifetime"/>.</returns>
    public string IssueUserAssertion(EmulatorApplication api, EmulatorUser? user = null)
    {
        ArgumentNullException.ThrowIfNull(api);
        var person = (user ?? DefaultUser).State;
        var scopes = RequestedScopes.Parse($"{Audiences.Of(api)}/access_as_user", Endpoint.AbsoluteUri.TrimEnd('/'));
        return _state.Tokens.Issue(DefaultApplication, person, scopes, _tenants.Of(person), claims: null);
    }

    /// <summary>Takes every sign-in of a user back, as a change of the password does: refresh tokens and codes.</summary>
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
    /// <param name="claims">The claims as a JSON object; null to demand none.</param>
    /// <exception cref="ArgumentException">The text is not a JSON object.</exception>
    public void DemandClaims(string? claims) => _state.Claims.Demand(claims);

    private DeviceSignIn FindDeviceCode(string userCode) => _state.DeviceCodes.FindWaiting(userCode)
        ?? throw new ArgumentException($"The device code '{userCode}' is not pending.", nameof(userCode));
}
