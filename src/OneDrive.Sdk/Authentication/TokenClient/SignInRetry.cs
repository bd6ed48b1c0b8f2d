namespace OneDrive.Sdk.Authentication;

/// <summary>Whether another attempt can help.</summary>
internal enum SignInRetry
{
    /// <summary>No.</summary>
    Never,

    /// <summary>Yes, within the usual number of attempts.</summary>
    Usual,

    /// <summary>Perhaps: one extra attempt.</summary>
    Once,

    /// <summary>Yes, once, if the endpoint's clock is now known to differ from ours.</summary>
    WithCorrectedClock,
}
