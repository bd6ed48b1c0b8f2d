namespace OneDrive.Sdk.Emulator;

/// <summary>The handling of used refresh tokens.</summary>
public enum EmulatorRefreshTokens
{
    /// <summary>Each response contains a new one, and the old one stays valid, as Microsoft Entra ID does.</summary>
    Renewed,

    /// <summary>Each response contains a new one, and the old one is invalid; if it is used again, the whole sign-in is revoked.</summary>
    SingleUse,

    /// <summary>Responses do not contain a new one.</summary>
    Kept,
}
