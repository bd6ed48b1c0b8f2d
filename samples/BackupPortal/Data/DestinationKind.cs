namespace BackupPortal.Data;

/// <summary>How the portal signs in to a destination.</summary>
public enum DestinationKind
{
    /// <summary>A Microsoft account consents in the browser.</summary>
    MicrosoftAccount,

    /// <summary>The application signs in by itself, with a certificate.</summary>
    Certificate,

    /// <summary>A work account signs in by Azure AD v1, for the OneDrive for Business endpoint of the first version.</summary>
    BusinessV1,

    /// <summary>People sign in by OpenID Connect; the portal scans the drive of each.</summary>
    OpenId,
}
