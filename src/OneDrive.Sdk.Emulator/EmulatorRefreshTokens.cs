namespace OneDrive.Sdk.Emulator;

/// <summary>What happens to a refresh token when it is used.</summary>
public enum EmulatorRefreshTokens
{
    /// <summary>Each answer carries a new one, and the old one stays valid: what Microsoft Entra ID does.</summary>
    Renewed,

    /// <summary>
    /// Each answer carries a new one, and the old one is spent; when a spent one comes again, the whole sign-in is revoked.
    /// </summary>
    SingleUse,

    /// <summary>No response carries a new one.</summary>
    Kept,
}
