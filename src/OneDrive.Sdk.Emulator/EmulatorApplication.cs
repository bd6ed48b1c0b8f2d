using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Emulator;

/// <summary>A registered application of the tenant.</summary>
public sealed class EmulatorApplication
{
    private ImmutableArray<X509Certificate2> _certificates;

    private ImmutableArray<Uri> _redirectUris;
    private volatile bool _requiresAdminConsent;

    internal EmulatorApplication(EmulatorApplicationOptions options)
    {
        ClientId = options.ClientId ?? Guid.NewGuid().ToString();
        ClientSecret = options.ClientSecret;
        DisplayName = options.DisplayName;
        IsPublicClient = options.IsPublicClient;
        _requiresAdminConsent = options.RequiresAdminConsent;
        _redirectUris = [.. options.RedirectUris];
        _certificates = [.. options.Certificates.Select(PublicPart)];
    }

    /// <summary>The client id.</summary>
    public string ClientId { get; }

    /// <summary>The client secret; null if the application does not have one.</summary>
    public string? ClientSecret { get; }

    /// <summary>The display name, which is shown as the author of changes.</summary>
    public string DisplayName { get; }

    /// <summary>Whether it is a public client, which cannot keep a secret and must not send one.</summary>
    public bool IsPublicClient { get; }

    /// <summary>Whether an administrator must still consent before users can sign in.</summary>
    public bool RequiresAdminConsent
    {
        get => _requiresAdminConsent;
        internal set => _requiresAdminConsent = value;
    }

    /// <summary>The redirect URIs.</summary>
    public IReadOnlyList<Uri> RedirectUris => _redirectUris;

    /// <summary>The public parts of the certificates whose private keys can sign assertions.</summary>
    public IReadOnlyList<X509Certificate2> Certificates => _certificates;

    /// <summary>Whether it was not registered, so that there is nothing to check it against.</summary>
    internal bool IsUnregistered { get; private init; }

    /// <summary>What can change about the registration.</summary>
    internal Registration Registered
    {
        get => new(_redirectUris, _certificates, _requiresAdminConsent);
        set => (_redirectUris, _certificates, _requiresAdminConsent) = (value.RedirectUris, value.Certificates, value.RequiresAdminConsent);
    }

    /// <summary>Returns the client id; the secret is never printed.</summary>
    /// <returns>The client id.</returns>
    public override string ToString() => ClientId;

    internal static EmulatorApplication Unregistered(string clientId)
        => new(new EmulatorApplicationOptions { ClientId = clientId, DisplayName = "Unregistered application" }) { IsUnregistered = true };

    internal void AddCertificate(X509Certificate2 certificate)
        => ImmutableInterlocked.Update(ref _certificates, static (list, added) => list.Add(added), PublicPart(certificate));

    internal void AddRedirectUri(Uri redirectUri)
        => ImmutableInterlocked.Update(ref _redirectUris, static (list, added) => list.Add(added), redirectUri);

    /// <summary>What can change about a registration.</summary>
    internal sealed record Registration(
        ImmutableArray<Uri> RedirectUris, ImmutableArray<X509Certificate2> Certificates, bool RequiresAdminConsent);

    private static X509Certificate2 PublicPart(X509Certificate2 certificate)
#if NET9_0_OR_GREATER
        => X509CertificateLoader.LoadCertificate(certificate.RawData);
#else
        => new(certificate.RawData);
#endif
}
