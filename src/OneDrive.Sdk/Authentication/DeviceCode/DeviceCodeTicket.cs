namespace OneDrive.Sdk.Authentication;

/// <summary>The internal data of a device code prompt.</summary>
/// <param name="Key">The key of the user in the application.</param>
/// <param name="DeviceCode">What the sign-in service knows the sign-in by. A secret.</param>
/// <param name="Claims">The claims that the token must satisfy.</param>
/// <param name="Lifetime">How long the code is good.</param>
/// <param name="StartedAt">When it was requested, as a monotonic timestamp.</param>
internal sealed record DeviceCodeTicket(string Key, string DeviceCode, string? Claims, TimeSpan Lifetime, long StartedAt)
{
    /// <summary>Returns a fixed text, because the ticket holds a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
