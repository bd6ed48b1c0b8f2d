namespace OneDrive.Sdk.Authentication;

/// <summary>How an application signs in with a client secret.</summary>
public sealed class ClientSecretOptions : ClientCredentialOptions
{
    /// <summary>The value of the client secret (not its Secret ID). Set this or <see cref="ClientSecretProvider"/>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Supplies the value of the client secret each time it is needed, for instance from a vault, so that it can be renewed at run time.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? ClientSecretProvider { get; set; }

    /// <summary>When the secret ends, as the portal shows it; the secret itself does not say.</summary>
    /// <value>Default: <see langword="null"/>, it is not known and nobody is warned.</value>
    public DateTimeOffset? ClientSecretExpiresOn { get; set; }

    /// <summary>Returns a fixed text: the options hold a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
