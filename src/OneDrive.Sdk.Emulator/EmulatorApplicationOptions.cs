using System.Security.Cryptography.X509Certificates;

namespace OneDrive.Sdk.Emulator;

/// <summary>How an application is registered.</summary>
public sealed class EmulatorApplicationOptions
{
    /// <summary>The client id.</summary>
    /// <value>null: a new GUID.</value>
    public string? ClientId { get; set; }

    /// <summary>The client secret.</summary>
    /// <value>null: the application has none.</value>
    public string? ClientSecret { get; set; }

    /// <summary>The name shown as the author of changes.</summary>
    /// <value>Emulated application.</value>
    public string DisplayName { get; set; } = "Emulated application";

    /// <summary>Whether it is a public client: one that can keep no secret and must send none.</summary>
    /// <value>false.</value>
    public bool IsPublicClient { get; set; }

    /// <summary>Whether an administrator must consent before users can sign in; /adminconsent does that.</summary>
    /// <value>false.</value>
    public bool RequiresAdminConsent { get; set; }

    /// <summary>
    /// The redirect URIs. They are compared letter by letter, except for the port of <c>http://localhost</c>.
    /// </summary>
    /// <value>None: users cannot sign in through a browser.</value>
    public IList<Uri> RedirectUris { get; } = [];

    /// <summary>The certificates whose private keys may sign assertions; only their public parts are used.</summary>
    /// <value>None.</value>
    public IList<X509Certificate2> Certificates { get; } = [];
}
