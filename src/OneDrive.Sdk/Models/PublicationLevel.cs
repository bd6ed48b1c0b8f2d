using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>Whether an item is published.</summary>
/// <param name="Value">The value in JSON. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<PublicationLevel>))]
public readonly record struct PublicationLevel(string Value) : IOpenValue<PublicationLevel>
{
    /// <summary>The item is published.</summary>
    public static PublicationLevel Published { get; } = new("published");

    /// <summary>The item is checked out.</summary>
    public static PublicationLevel Checkout { get; } = new("checkout");

    static PublicationLevel IOpenValue<PublicationLevel>.Create(string value) => new(value);

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
