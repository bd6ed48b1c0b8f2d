namespace OneDrive.Sdk.Authentication;

/// <summary>Options for signing in an application with a client secret.</summary>
public sealed class ClientSecretOptions : ClientCredentialOptions, IClientSecretOptions
{
    /// <summary>The value of the client secret (not its Secret ID). Set this or <see cref="ClientSecretProvider"/>.</summary>
    /// <value>Default: <see langword="null"/>.</value>
    public string? ClientSecret { get; set; }

    /// <summary>
    /// Returns the value of the client secret each time it is needed, for example from a key vault, so that it can be renewed at run time.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Func<CancellationToken, ValueTask<string>>? ClientSecretProvider { get; set; }

    /// <summary>When the secret expires, as shown in the portal. The secret itself does not contain its expiration.</summary>
    /// <value>Default: <see langword="null"/>, which means unknown: no warning is logged.</value>
    public DateTimeOffset? ClientSecretExpiresOn { get; set; }

    string IClientSecretOptions.OtherCredentials => nameof(ClientSecretProvider);

    /// <summary>Returns a fixed text, because the options hold a secret.</summary>
    public override string ToString() => "[REDACTED]";

    private protected override IEnumerable<string> ValidateCredential() => SignInChecks.Credential(this, isRequired: true);
}
