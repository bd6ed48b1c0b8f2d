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

    /// <summary>Properties that this version of the library does not define, by JSON name.</summary>
    [JsonExtensionData]
    public IReadOnlyDictionary<string, JsonElement>? AdditionalData { get; init; }
}
