namespace OneDrive.Sdk;

/// <summary>
/// The result of the verification of transferred content. An unexplained difference throws a <see cref="ContentVerificationException"/>.
/// </summary>
public enum ContentIntegrity
{
    /// <summary>
    /// Not verified: the service did not return a hash, verification is disabled, or the caller accepts unverified content.
    /// </summary>
    NotChecked,

    /// <summary>The hashes are equal.</summary>
    Verified,

    /// <summary>
    /// The content differs from the metadata, and the service is known to cause this: SharePoint writes properties into Office, PDF and
    /// HTML files, see <see href="https://github.com/OneDrive/onedrive-api-docs/issues/935"/>, and HEIC photos and protected files are
    /// served with other content than described. A download was repeated with the same result.
    /// </summary>
    ChangedByService,
}
