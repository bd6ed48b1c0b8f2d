namespace OneDrive.Sdk;

/// <summary>
/// Whether redeeming a sharing link grants the caller lasting access, see https://learn.microsoft.com/graph/api/shares-get.
/// </summary>
public enum SharingLinkRedemption
{
    /// <summary>The link is not redeemed.</summary>
    None,

    /// <summary>The caller gets access for this request only, if necessary.</summary>
    IfNecessary,

    /// <summary>The caller gets lasting access, as if the link had been opened in a browser.</summary>
    Always,
}
