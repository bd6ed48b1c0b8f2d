namespace OneDrive.Sdk.Authentication;

/// <summary>
/// How people sign in with a code that they type in a browser on another machine (OAuth 2.0 device authorization grant, RFC 8628).
/// </summary>
public sealed class DeviceCodeOptions
{
    /// <summary>
    /// The tenant: its id, one of its domains, or <c>common</c> (work and personal accounts), <c>organizations</c> or <c>consumers</c>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, which means <c>common</c>.</value>
    public string? TenantId { get; set; }

    /// <summary>The application (client) id of an app registration that allows public client flows.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public string? ClientId { get; set; }

    /// <summary>What the application asks for. Without <c>offline_access</c> a sign-in ends with its first token.</summary>
    /// <value>Default: <c>Files.ReadWrite.All offline_access User.Read</c>.</value>
    public IReadOnlyList<string> Scopes { get; set; } = ["Files.ReadWrite.All", "offline_access", "User.Read"];

    /// <summary>What the application asks for besides, such as <c>openid</c> to learn who signed in.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> AdditionalScopes { get; set; } = [];

    /// <summary>The language of the message for the person, such as <c>de-DE</c>.</summary>
    /// <value>Default: <see langword="null"/>, what the sign-in service finds fit.</value>
    public string? Language { get; set; }

    /// <summary>
    /// Whether the service may demand a new sign-in at any moment (continuous access evaluation) and gives longer-lived tokens in return:
    /// <see href="https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation"/>.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool EnableContinuousAccessEvaluation { get; set; } = true;

    /// <summary>
    /// Whether a call goes on when the token store cannot save a new refresh token. It then stays in memory until saving succeeds.
    /// </summary>
    /// <value>Default: <see langword="false"/>, the call ends in a <see cref="TokenPersistenceException"/>.</value>
    public bool ContinueWhenNotSaved { get; set; }

    /// <summary>
    /// The longest Retry-After of the sign-in service that is waited for, 0 or more. A longer wish ends in a
    /// <see cref="ThrottledException"/> at once.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The key of the person whose files the injected client works with; other people have clients of their own.</summary>
    /// <value>Default: <c>default</c>.</value>
    public string UserKey { get; set; } = "default";
}
