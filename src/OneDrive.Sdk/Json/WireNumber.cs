using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>Numbers that are sent as text, and special numbers with OData names.</summary>
internal static class WireNumber
{
    private const string PositiveInfinity = "INF";
    private const string NegativeInfinity = "-INF";
    private const string NotANumber = "NaN";

    internal static T? Parse<T>(string? text)
        where T : struct, INumber<T> => text switch
        {
            PositiveInfinity => Parse<T>(CultureInfo.InvariantCulture.NumberFormat.PositiveInfinitySymbol),
            NegativeInfinity => Parse<T>(CultureInfo.InvariantCulture.NumberFormat.NegativeInfinitySymbol),
            _ => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null,
        };

    internal static void Write(Utf8JsonWriter writer, double number)
    {
        if (double.IsFinite(number))
            writer.WriteRawValue(number.ToString(null, CultureInfo.InvariantCulture), skipInputValidation: true);
        else
            writer.WriteStringValue(double.IsNaN(number) ? NotANumber : number < 0 ? NegativeInfinity : PositiveInfinity);
    }
}
