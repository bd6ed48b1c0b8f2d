using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>A permission; users stand in it by their ids.</summary>
internal sealed class PermissionRecord
{
    public required string Id { get; init; }

    public required IReadOnlyList<string> Roles { get; init; }

    public string? LinkType { get; init; }

    public string? LinkScope { get; init; }

    public string? Password { get; init; }

    public DateTimeOffset? Expiration { get; init; }

    public string? InvitedEmail { get; init; }

    public bool RequiresSignIn { get; init; }

    public required IReadOnlyList<string> Users { get; init; }

    public required IReadOnlyList<string> Guests { get; init; }

    public required IReadOnlyList<string> RedeemedBy { get; init; }

    public Actor? CreatedBy { get; init; }
}
