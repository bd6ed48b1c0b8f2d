namespace OneDrive.Sdk.Authentication;

/// <summary>What belongs to a shown code and is nobody's business.</summary>
/// <param name="Key">The key of the person in the application.</param>
/// <param name="DeviceCode">What the sign-in service knows the sign-in by. A secret.</param>
/// <param name="Claims">The claims that the token must satisfy.</param>
/// <param name="Lifetime">How long the code is good.</param>
/// <param name="StartedAt">When it was asked for, on the clock that nobody can set.</param>
internal sealed record DeviceCodeTicket(string Key, string DeviceCode, string? Claims, TimeSpan Lifetime, long StartedAt)
{
    /// <summary>Returns a fixed text: the ticket holds a secret.</summary>
    public override string ToString() => "[REDACTED]";
}
