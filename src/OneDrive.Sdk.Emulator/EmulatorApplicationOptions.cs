using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Emulator;

/// <summary>The registration of an application.</summary>
public sealed class EmulatorApplicationOptions
{
    /// <summary>The client id.</summary>
    /// <value>null: a new GUID.</value>
    public string? ClientId { get; set; }

    /// <summary>The client secret.</summary>
    /// <value>null: the application does not have one.</value>
    public string? ClientSecret { get; set; }

    /// <summary>The display name, which is shown as the author of changes.</summary>
    /// <value>Emulated application.</value>
    public string DisplayName { get; set; } = "Emulated application";

    /// <summary>Whether it is a public client, which cannot keep a secret and must not send one.</summary>
    /// <value>false.</value>
    public bool IsPublicClient { get; set; }

    /// <summary>Whether an administrator must consent before users can sign in; /adminconsent does that.</summary>
    /// <value>false.</value>
    public bool RequiresAdminConsent { get; set; }

    /// <summary>The redirect URIs. They are compared exactly, except for the port of <c>http://localhost</c>.</summary>
    /// <value>None: users cannot sign in through a browser.</value>
    public IList<Uri> RedirectUris { get; } = [];

    /// <summary>The certificates whose private keys can sign assertions; only their public parts are used.</summary>
    /// <value>None.</value>
    public IList<X509Certificate2> Certificates { get; } = [];
}
