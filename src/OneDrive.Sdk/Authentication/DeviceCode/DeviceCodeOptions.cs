namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Options for signing users in with a code that they enter in a browser on another machine (OAuth 2.0 device authorization grant, RFC
/// 8628).
/// </summary>
public sealed class DeviceCodeOptions : ISignInOptions
{
    /// <summary>
    /// The tenant: its id, one of its domains, or <c>common</c> (work and personal accounts), <c>organizations</c> or <c>consumers</c>.
    /// </summary>
    /// <value>Default: <see langword="null"/>, which means <c>common</c>.</value>
    public string? TenantId { get; set; }

    /// <summary>The application (client) id of an app registration that allows public client flows.</summary>
    /// <value>Default: <see langword="null"/>; required.</value>
    public string? ClientId { get; set; }

    /// <summary>The scopes to request. Without <c>offline_access</c> a sign-in ends when its first token expires.</summary>
    /// <value>Default: <c>Files.ReadWrite.All offline_access User.Read</c>.</value>
    public IReadOnlyList<string> Scopes { get; set; } = ["Files.ReadWrite.All", "offline_access", "User.Read"];

    /// <summary>Additional scopes, such as <c>openid</c> to get the account of the user.</summary>
    /// <value>Default: empty.</value>
    public IReadOnlyList<string> AdditionalScopes { get; set; } = [];

    /// <summary>The language of the message for the user, such as <c>de-DE</c>.</summary>
    /// <value>Default: <see langword="null"/>, the sign-in service chooses the language.</value>
    public string? Language { get; set; }

    /// <summary>
    /// Whether the service can require a new sign-in at any time (continuous access evaluation). Tokens then have a longer lifetime:
    /// <see href="https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation"/>.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool EnableContinuousAccessEvaluation { get; set; } = true;

    /// <summary>
    /// Whether a call continues when the token store cannot save a new refresh token. The token then stays in memory until it can be saved.
    /// </summary>
    /// <value>Default: <see langword="false"/>, the call throws a <see cref="TokenPersistenceException"/>.</value>
    public bool ContinueWhenNotSaved { get; set; }

    /// <summary>
    /// The longest <c>Retry-After</c> of the sign-in service that is honored; zero or more. A longer value throws a
    /// <see cref="ThrottledException"/> immediately.
    /// </summary>
    /// <value>Default: 5 minutes.</value>
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The key of the user whose files the injected client accesses. Create separate clients for other users.</summary>
    /// <value>Default: <c>default</c>.</value>
    public string UserKey { get; set; } = "default";

    /// <summary>The settings of validated options.</summary>
    internal UserSettings ToSettings(OneDriveCloud cloud) => UserSettings.Create(this, cloud) with
    {
        Scopes = OpenIdScopes.WithIdentity([.. Scopes, .. AdditionalScopes]),
        CanHandleClaims = EnableContinuousAccessEvaluation,
    };

    TenantAuthority? ISignInOptions.FindAuthority(OneDriveCloud cloud, out string? problem) =>
        TenantAuthority.ForUsers(issuer: null, TenantId, cloud, out problem);

    IEnumerable<string> ISignInOptions.Validate(OneDriveCloud cloud) =>
    [
        .. SignInChecks.UserKey(UserKey),
        .. SignInChecks.Scopes([.. Scopes, .. AdditionalScopes], cloud),
        .. Language is null || IsLanguageTag(Language)
            ? []
            : new[] { "Language is not a valid language tag. Use a tag such as en-US." },
    ];

    private static bool IsLanguageTag(string text) =>
        text.Length is > 0 and <= 35 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-');
}
