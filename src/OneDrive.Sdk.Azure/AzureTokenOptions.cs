namespace OneDrive.Sdk.Authentication;

/// <summary>How a <c>TokenCredential</c> is asked for tokens.</summary>
public sealed class AzureTokenOptions
{
    /// <summary>The tenant whose tokens are asked for, for credentials that can sign in to several.</summary>
    /// <value>Default: <see langword="null"/>, the credential's own.</value>
    public string? TenantId { get; set; }

    /// <summary>The scopes that are asked for when the caller names none.</summary>
    /// <value>Default: empty, which asks for <c>{resource}/.default</c>.</value>
    public IReadOnlyList<string> Scopes { get; set; } = [];

    /// <summary>
    /// Whether the credential stands for an application without a user, as a managed identity does; <c>/me</c> is then refused.
    /// </summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IsApplicationOnly { get; set; }

    /// <summary>Identifies the identity of the credential; see <see cref="IAccessTokenProvider.PrincipalKey"/>.</summary>
    /// <value>Default: <see langword="null"/>, unknown.</value>
    public string? PrincipalKey { get; set; }

    /// <summary>
    /// Whether the credential asks for tokens that the service may withdraw at once (Continuous Access Evaluation); such tokens last long,
    /// and demands of the service are passed to the credential either way.
    /// </summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool EnableContinuousAccessEvaluation { get; set; } = true;

    /// <summary>The clock.</summary>
    /// <value>Default: <see cref="System.TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
