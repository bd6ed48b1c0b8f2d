using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Models;

/// <summary>What the service sends to a web address that a subscription names.</summary>
[JsonModel]
public sealed partial class NotificationPayload
{
    /// <summary>The notifications, perhaps of several subscriptions.</summary>
    public IReadOnlyList<ChangeNotification> Value { get => field ?? []; init; }

    /// <summary>Tokens that prove the sender of notifications with content; none for drives.</summary>
    public IReadOnlyList<string> ValidationTokens { get => field ?? []; init; }

    /// <summary>What the service sent and this version of the library does not know, by its name on the wire.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
