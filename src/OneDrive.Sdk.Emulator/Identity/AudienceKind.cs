namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>Whom a token is for.</summary>
internal enum AudienceKind
{
    /// <summary>Microsoft Graph.</summary>
    Graph,

    /// <summary>SharePoint itself, at its own host.</summary>
    SharePoint,

    /// <summary>A registered application that is an API.</summary>
    Application,

    /// <summary>The service that told clients of the first version where a user's files are.</summary>
    Discovery,
}
