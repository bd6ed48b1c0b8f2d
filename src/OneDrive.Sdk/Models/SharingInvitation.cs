using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>An invitation that led to a permission.</summary>
[JsonModel]
public sealed partial class SharingInvitation
{
    /// <summary>The e-mail address of the invited user.</summary>
    public string? Email { get; init; }

    /// <summary>The identity that sent the invitation.</summary>
    public IdentitySet? InvitedBy { get; init; }

    /// <summary>The identity that accepted the invitation.</summary>
    public string? RedeemedBy { get; init; }

    /// <summary>Whether the invited user has to sign in.</summary>
    public bool? SignInRequired { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
