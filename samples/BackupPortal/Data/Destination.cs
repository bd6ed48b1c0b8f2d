namespace BackupPortal.Data;

/// <summary>Where backups go, or what is scanned. The client id and all secrets are sealed in the database.</summary>
public sealed class Destination
{
    public int Id { get; set; }

    public DestinationKind Kind { get; set; }

    public string Name { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string? ClientSecret { get; set; }

    /// <summary>When the secret expires, as the Azure portal shows it.</summary>
    public DateTimeOffset? SecretExpires { get; set; }

    /// <summary>The folder that holds the backups; empty for the root.</summary>
    public string FolderPath { get; set; } = "";

    /// <summary>The account that consented.</summary>
    public string? AccountName { get; set; }

    public bool IsAuthorized { get; set; }

    /// <summary>Why a sign-in is needed, in words for people.</summary>
    public string? Problem { get; set; }

    /// <summary>What to do about <see cref="Problem"/>.</summary>
    public string? Advice { get; set; }

    // The application that signs in with a certificate.
    public string? TokenUrl { get; set; }

    /// <summary>The PFX (Base64) or PEM file.</summary>
    public string? Certificate { get; set; }

    public string? CertificatePassword { get; set; }

    /// <summary>The thumbprint of a certificate in the store of this machine, in place of a file.</summary>
    public string? CertificateThumbprint { get; set; }

    /// <summary>/users/{id} or /groups/{id}.</summary>
    public string? GroupOrUserId { get; set; }

    public string? DriveId { get; set; }

    public string RetryMode { get; set; } = "WhenStatusCodeMatches";

    public string RetryStatusCodes { get; set; } = "429|503|423";

    public int RetryCount { get; set; } = 5;

    public bool RetryMultipliesWait { get; set; } = true;

    public bool SearchesNonIndexed { get; set; }

    public string? ExtraHeaders { get; set; }

    // OneDrive for Business, first version.
    public string? ServiceEndpointUri { get; set; }

    public string? ServiceResourceId { get; set; }

    // OpenID Connect.
    public string? Issuer { get; set; }

    public string? AdditionalScopes { get; set; }

    public bool RedirectsToProvider { get; set; }

    /// <summary>Rises with every change, so that clients of older settings are let go.</summary>
    public int Version { get; set; }

    public string StateText => IsAuthorized ? "Authorized" : "Authorization required";
}
