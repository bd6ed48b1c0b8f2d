namespace OneDrive.Sdk;

/// <summary>
/// What is known about the bytes at the other end. Bytes that differ without a reason are an exception,
/// <see cref="ContentVerificationException"/>.
/// </summary>
public enum ContentIntegrity
{
    /// <summary>Nothing was compared: the service gave no hash, or checking is switched off.</summary>
    NotChecked,

    /// <summary>Length and hash are the same at both ends.</summary>
    Verified,

    /// <summary>
    /// The bytes differ, and the service does that: SharePoint writes properties into Office, PDF and HTML files,
    /// see <see href="https://github.com/OneDrive/onedrive-api-docs/issues/935"/>.
    /// </summary>
    ChangedByService,
}
