namespace OneDrive.Sdk.Authentication;

/// <summary>The options of a sign-in, which validate themselves for a cloud.</summary>
internal interface ISignInOptions
{
    string? ClientId { get; }

    TimeSpan MaxRetryAfter { get; }

    /// <summary>Finds the tenant of the options; null with the problem if a setting is missing or not valid.</summary>
    TenantAuthority? FindAuthority(OneDriveCloud cloud, out string? problem);

    /// <summary>
    /// Returns the problems of the other settings. <see cref="SignInChecks.Problems"/> adds those of the members above. Each problem
    /// contains the setting and the solution.
    /// </summary>
    IEnumerable<string> Validate(OneDriveCloud cloud);
}
