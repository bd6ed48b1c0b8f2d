using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>What happened to a subscription. See <see href="https://learn.microsoft.com/graph/change-notifications-lifecycle-events"/>.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<LifecycleEvent>))]
public readonly record struct LifecycleEvent(string Value) : IOpenValue<LifecycleEvent>
{
    /// <summary>Notifications were lost: read the changes since the last checkpoint.</summary>
    public static LifecycleEvent Missed { get; } = new("missed");

    /// <summary>The subscription no longer exists: create it again.</summary>
    public static LifecycleEvent SubscriptionRemoved { get; } = new("subscriptionRemoved");

    /// <summary>The service wants to see again that the caller may watch: <see cref="ISubscriptionsClient.ReauthorizeAsync"/>.</summary>
    public static LifecycleEvent ReauthorizationRequired { get; } = new("reauthorizationRequired");

    static LifecycleEvent IOpenValue<LifecycleEvent>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
