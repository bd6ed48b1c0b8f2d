namespace OneDrive.Sdk.Authentication;

/// <summary>Options for signing in with a <c>TokenCredential</c>.</summary>
public sealed class AzureTokenOptions
{
    /// <summary>The tenant to request tokens for, for credentials that can sign in to several tenants.</summary>
    /// <value>Default: <see langword="null"/>, the tenant of the credential.</value>
    public string? TenantId { get; set; }

    /// <summary>The scopes to request when the caller does not set any.</summary>
    /// <value>Default: empty, which requests <c>{resource}/.default</c>.</value>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>
    /// Whether the credential represents an application without a user, as a managed identity does. Addresses under <c>/me</c> are then
    /// rejected.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsApplicationOnly { get; set; }

    /// <summary>The principal of the credential; see <see cref="IAccessTokenProvider.PrincipalKey"/>.</summary>
    /// <value>Default: <see langword="null"/>, unknown.</value>
    public string? PrincipalKey { get; set; }

    /// <summary>
    /// Whether to request tokens that the service can revoke immediately (Continuous Access Evaluation). Such tokens have a longer
    /// lifetime. Claims challenges are passed to the credential in either case.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool EnableContinuousAccessEvaluation { get; set; } = true;

    /// <summary>The time provider.</summary>
    /// <value>Default: <see cref="System.TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
