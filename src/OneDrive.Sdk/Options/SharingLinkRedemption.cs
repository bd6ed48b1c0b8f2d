namespace OneDrive.Sdk;

/// <summary>
/// Whether using a sharing link gives the caller lasting access to what it leads to, see https://learn.microsoft.com/graph/api/shares-get.
/// </summary>
public enum SharingLinkRedemption
{
    /// <summary>The link is only looked at.</summary>
    None,

    /// <summary>The caller gets access for the time of this request, if it has none yet.</summary>
    IfNecessary,

    /// <summary>The caller gets lasting access, as if somebody had opened the link in a browser.</summary>
    Always,
}
