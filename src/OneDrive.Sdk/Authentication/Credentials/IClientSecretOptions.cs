namespace OneDrive.Sdk.Authentication;

/// <summary>The options of a sign-in whose application authenticates itself with a secret or, for some, with a certificate.</summary>
internal interface IClientSecretOptions : ISignInOptions
{
    string? ClientSecret { get; }

    Func<CancellationToken, ValueTask<string>>? ClientSecretProvider { get; }

    DateTimeOffset? ClientSecretExpiresOn => null;

    TimeSpan ExpiryWarning => TimeSpan.Zero;

    Action<CredentialExpiry>? OnExpiring => null;

    ClientCertificateOptions? ClientCertificate => null;

    /// <summary>The settings that can be set in place of the secret, for messages.</summary>
    string OtherCredentials => $"{nameof(ClientSecretProvider)} or {nameof(ClientCertificate)}";
}
