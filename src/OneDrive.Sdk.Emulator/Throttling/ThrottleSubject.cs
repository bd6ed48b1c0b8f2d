namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>Who asks.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Application">The application; null when a pre-authenticated address does not say.</param>
/// <param name="User">The user; null for an application that acts for itself.</param>
internal readonly record struct ThrottleSubject(string Tenant, string? Application, string? User)
{
    /// <summary>Whom a penalty is for.</summary>
    public string Principal => $"{Tenant}/{Application}/{User}";
}
