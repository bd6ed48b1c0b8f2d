using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An invitation that led to a permission.</summary>
[JsonModel]
public sealed partial class SharingInvitation
{
    /// <summary>The address that was invited.</summary>
    public string? Email { get; init; }

    /// <summary>Who invited.</summary>
    public IdentitySet? InvitedBy { get; init; }

    /// <summary>Who accepted the invitation.</summary>
    public string? RedeemedBy { get; init; }

    /// <summary>Whether the invited person has to sign in.</summary>
    public bool? SignInRequired { get; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
