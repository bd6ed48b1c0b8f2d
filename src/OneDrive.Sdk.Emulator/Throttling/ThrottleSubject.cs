namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>The principal of a request.</summary>
/// <param name="Tenant">The tenant.</param>
/// <param name="Application">The application; null if a pre-authenticated URL does not contain it.</param>
/// <param name="User">The user; null for an application without a user.</param>
internal readonly record struct ThrottleSubject(string Tenant, string? Application, string? User)
{
    /// <summary>The principal of a penalty.</summary>
    public string Principal => $"{Tenant}/{Application}/{User}";
}
