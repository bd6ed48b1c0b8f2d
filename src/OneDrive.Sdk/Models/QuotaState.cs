using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>How full a drive is.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<QuotaState>))]
public readonly record struct QuotaState(string Value) : IOpenValue<QuotaState>
{
    /// <summary>There is plenty of room.</summary>
    public static QuotaState Normal { get; } = new("normal");

    /// <summary>Less than a tenth is left.</summary>
    public static QuotaState Nearing { get; } = new("nearing");

    /// <summary>Less than a hundredth is left.</summary>
    public static QuotaState Critical { get; } = new("critical");

    /// <summary>Nothing is left, and uploads fail.</summary>
    public static QuotaState Exceeded { get; } = new("exceeded");

    static QuotaState IOpenValue<QuotaState>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
