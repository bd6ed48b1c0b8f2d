using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>What a retention label does while an item has to be kept.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<BehaviorDuringRetentionPeriod>))]
public readonly record struct BehaviorDuringRetentionPeriod(string Value) : IOpenValue<BehaviorDuringRetentionPeriod>
{
    /// <summary>The item is not kept.</summary>
    public static BehaviorDuringRetentionPeriod DoNotRetain { get; } = new("doNotRetain");

    /// <summary>The item is kept.</summary>
    public static BehaviorDuringRetentionPeriod Retain { get; } = new("retain");

    /// <summary>The item is kept as a record.</summary>
    public static BehaviorDuringRetentionPeriod RetainAsRecord { get; } = new("retainAsRecord");

    /// <summary>The item is kept as a regulatory record, which cannot be changed.</summary>
    public static BehaviorDuringRetentionPeriod RetainAsRegulatoryRecord { get; } = new("retainAsRegulatoryRecord");

    static BehaviorDuringRetentionPeriod IOpenValue<BehaviorDuringRetentionPeriod>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
