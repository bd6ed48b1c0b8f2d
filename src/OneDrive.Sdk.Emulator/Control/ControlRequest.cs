using System.Globalization;
using System.Text.Json;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>A request to a control address: its path values, its parameters and its body, which agree with the description.</summary>
internal sealed class ControlRequest(Exchange exchange, IReadOnlyDictionary<string, string> values, JsonElement body)
{
    public Exchange Exchange { get; } = exchange;

    /// <summary>The JSON of the body; an empty object when there is none.</summary>
    public JsonElement Body { get; } = body;

    /// <summary>A part of the path, decoded.</summary>
    public string this[string name] => values[name];

    /// <summary>A parameter of the query; null when it is absent or empty.</summary>
    public string? Parameter(string name) => Exchange.Query[name] is { Length: > 0 } value ? value : null;

    /// <summary>A parameter that is a number.</summary>
    public long Number(string name, long otherwise, long least, long most)
    {
        if (Parameter(name) is not { } text)
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw GraphError.InvalidRequest($"The parameter '{name}' is '{text}'. It must be a whole number from {least} to {most}.");
    }

    /// <summary>A parameter that is true or false.</summary>
    public bool Flag(string name, bool otherwise = false) => Parameter(name) switch
    {
        null => otherwise,
        "true" or "1" => true,
        "false" or "0" => false,
        var text => throw GraphError.InvalidRequest($"The parameter '{name}' is '{text}'. It must be true or false."),
    };

    /// <summary>A parameter that names one of a few things.</summary>
    public T? Choice<T>(string name)
        where T : struct, Enum
    {
        if (Parameter(name) is not { } text)
        {
            return null;
        }

        return char.IsLetter(text[0]) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw GraphError.InvalidRequest(
                $"The parameter '{name}' is '{text}', which is not an allowed value." + Suggest(text, Enum.GetNames<T>()));
    }

    public static string Suggest(string text, IEnumerable<string> names)
        => NearestName.Find(text, names) is { } meant ? $" Did you mean '{meant}'?" : string.Empty;
}
