namespace OneDrive.Sdk;

/// <summary>
/// What is known about the bytes at the other end. Bytes that differ without a reason are an exception,
/// <see cref="ContentVerificationException"/>.
/// </summary>
public enum ContentIntegrity
{
    /// <summary>
    /// No hash was compared: the service gave none, comparing is switched off, or the caller takes what the service serves.
    /// </summary>
    NotChecked,

    /// <summary>The hash is the same at both ends.</summary>
    Verified,

    /// <summary>
    /// The bytes differ from the description, and the service is known to do that: SharePoint writes properties into Office, PDF and HTML
    /// files, see <see href="https://github.com/OneDrive/onedrive-api-docs/issues/935"/>, and photos in HEIC and protected files are served
    /// other than described. A download looked twice, and the bytes were the same.
    /// </summary>
    ChangedByService,
}
