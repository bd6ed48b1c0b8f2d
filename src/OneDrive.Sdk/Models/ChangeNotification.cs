using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>A change notification. It does not contain the change; use <see cref="IChangesClient"/> to read it.</summary>
[JsonModel]
public sealed partial class ChangeNotification
{
    /// <summary>The id of the notification.</summary>
    public string? Id { get; init; }

    /// <summary>The subscription by whose order it was sent.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>What was given to the subscription; check it with <see cref="HasClientState"/>.</summary>
    public string? ClientState { get; init; }

    /// <summary>What changed, such as <c>me/drive/root</c>.</summary>
    public string? Resource { get; init; }

    /// <summary>The kind of change.</summary>
    public string? ChangeType { get; init; }

    /// <summary>What happened to the subscription itself, when the notification is about that.</summary>
    public LifecycleEvent? LifecycleEvent { get; init; }

    /// <summary>The tenant.</summary>
    public string? TenantId { get; init; }

    /// <summary>When the subscription ends.</summary>
    [JsonIgnore]
    public DateTimeOffset? SubscriptionExpires => SubscriptionExpirationDateTime ?? ExpirationDateTime;

    /// <summary>When the subscription ends, under its present name in JSON.</summary>
    public DateTimeOffset? SubscriptionExpirationDateTime { get; init; }

    /// <summary>When the subscription ends, under the name that older services use.</summary>
    public DateTimeOffset? ExpirationDateTime { get; init; }

    /// <summary>What the service tells about the changed thing, as received; nothing for drives.</summary>
    public JsonElement? ResourceData { get; init; }

    /// <summary>Content that is encrypted, as received; nothing for drives.</summary>
    public JsonElement? EncryptedContent { get; init; }

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }

    /// <summary>
    /// Returns whether the notification contains the client state of the subscription. Discard other notifications, which are not from the
    /// service.
    /// </summary>
    /// <remarks>The comparison takes constant time, which prevents timing attacks.</remarks>
    /// <param name="expected">The <see cref="CreateSubscriptionOptions.ClientState"/> of the subscription.</param>
    /// <exception cref="ArgumentException">The expected text is empty, which is not a secret.</exception>
    public bool HasClientState(string expected)
    {
        ArgumentException.ThrowIfNullOrEmpty(expected);
        return CryptographicOperations.FixedTimeEquals(Digest(expected), Digest(ClientState ?? ""));
    }

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
