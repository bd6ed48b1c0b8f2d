using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Tests.Support.Json;

/// <summary>
/// Reads numbers also when they come as text or with a needless fraction. One odd number in a long list (metadata of media files
/// hold any nonsense) does not make the list unreadable: it counts as absent.
/// </summary>
/// <typeparam name="T">The type of the number.</typeparam>
internal sealed class OracleNumberConverter<T> : JsonConverter<T?>
    where T : struct, INumber<T>
{
    // The names that OData gives to what JSON numbers cannot say.
    private const string PositiveInfinity = "INF";
    private const string NegativeInfinity = "-INF";
    private const string NotANumber = "NaN";

    /// <inheritdoc/>
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                var number = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
                return T.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null;
            case JsonTokenType.String:
                return Parse(reader.GetString());
            default:
                reader.Skip();
                return null;
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T? value, JsonSerializerOptions options)
    {
        if (value is not { } number)
            writer.WriteNullValue();
        else if (T.IsFinite(number))
            writer.WriteRawValue(number.ToString(null, CultureInfo.InvariantCulture), skipInputValidation: true);
        else
            writer.WriteStringValue(T.IsNaN(number) ? NotANumber : T.IsNegative(number) ? NegativeInfinity : PositiveInfinity);
    }

    private static T? Parse(string? text) => text switch
    {
        PositiveInfinity => Parse(CultureInfo.InvariantCulture.NumberFormat.PositiveInfinitySymbol),
        NegativeInfinity => Parse(CultureInfo.InvariantCulture.NumberFormat.NegativeInfinitySymbol),
        _ => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
    };
}
