namespace OneDrive.Sdk.EntityFramework;

/// <summary>A sign-in that is under way; it can be taken once.</summary>
internal sealed class SessionRow
{
    public required string Scope { get; init; }

    /// <summary>The SHA-256 of the state, which is a secret.</summary>
    public required string Id { get; init; }

    public required byte[] Content { get; init; }

    /// <summary>Milliseconds since 1970 by the database's clock.</summary>
    public required long Expires { get; init; }
}
