using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Faults;

/// <summary>Faults as JSON, for programs that reach the emulator only over HTTP.</summary>
internal static class FaultJson
{
    /// <summary>Reads one fault, a list of faults, or the name of a profile: what a file of faults and the control address take.</summary>
    public static IReadOnlyList<Fault> ReadAll(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray().SelectMany(ReadAll)],
        JsonValueKind.Object when json.TryGetProperty("throttleProfile", out _) =>
            ThrottleFaults.Of(ReadEnum<ThrottleProfile>(json, "throttleProfile") ?? throw NoFault()),
        JsonValueKind.Object => [Read(json)],
        _ => throw NoFault(),
    };

    private static GraphError NoFault() => GraphError.InvalidRequest("A fault is a JSON object; several are a list of objects.");

    public static Fault Read(JsonElement json)
    {
        var kind = ReadEnum<FaultKind>(json, "kind")
            ?? throw GraphError.InvalidRequest($"A fault needs a kind: {string.Join(", ", Enum.GetNames<FaultKind>())}.");
        var status = json.GetInteger("statusCode") ?? (kind == FaultKind.Throttle ? 429 : 503);
        var bytes = json.GetInteger("bytes") ?? 0;
        var skip = json.GetInteger("after") ?? 0;
        var count = json.GetInteger("times");
        var probability = ReadNumber(json, "probability") ?? 1;
        var wait = ReadNumber(json, "retryAfterSeconds");
        var delay = ReadNumber(json, "delaySeconds") ?? 0;
        if (status is < 200 or > 599
            || bytes < 0
            || skip is < 0 or > int.MaxValue
            || count is <= 0 or > int.MaxValue
            || probability is < 0 or > 1
            || wait is < 0 or > 1_000_000
            || delay is < 0 or > 1_000_000)
        {
            throw GraphError.InvalidRequest("A number of the fault is out of range.");
        }

        if (kind == FaultKind.RefuseSignIn && string.IsNullOrEmpty(json.GetText("code")))
        {
            throw GraphError.InvalidRequest("A refused sign-in needs a code: the OAuth error.");
        }

        return new Fault(kind)
        {
            Place = ReadEnum<FaultPlace>(json, "place") ?? (kind == FaultKind.CorruptBody ? FaultPlace.ResponseBody : FaultPlace.Answer),
            StatusCode = (int)status,
            Code = json.GetText("code"),
            Body = json.GetText("body"),
            Number = (int)(json.GetInteger("number") ?? 0),
            SubError = json.GetText("subError"),
            Claims = json.GetText("claims"),
            RetryAfter = wait is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            RetryAfterForm = ReadEnum<RetryAfterForm>(json, "retryAfterForm") ?? default,
            Bytes = bytes,
            Corruption = ReadEnum<FaultCorruption>(json, "corruption") ?? default,
            Revokes = json.GetFlag("revokes") ?? false,
            Resync = ReadEnum<DeltaResync>(json, "resync") ?? default,
            Wait = TimeSpan.FromSeconds(delay),
            Operations = ReadOperations(json),
            PathContains = json.GetText("pathContains"),
            Skip = (int)skip,
            Count = (int?)count,
            Probability = probability,
        };
    }

    public static JsonObject Write(Fault fault)
    {
        var json = new JsonObject
        {
            ["kind"] = fault.Kind.ToString(),
            ["place"] = fault.Place.ToString(),
            ["after"] = fault.Skip,
            ["times"] = fault.Limit,
            ["probability"] = fault.Probability,
        };
        if (fault.Operations.Count == 1)
        {
            json["operation"] = fault.Operations[0].ToString();
        }
        else if (fault.Operations.Count > 1)
        {
            json["operations"] = new JsonArray([.. fault.Operations.Select(operation => (JsonNode)operation.ToString())]);
        }

        if (fault.PathContains is { } path)
        {
            json["pathContains"] = path;
        }

        return json;
    }

    private static IReadOnlyList<EmulatorOperation> ReadOperations(JsonElement json)
    {
        if (json.TryGetProperty("operations", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            return [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String
                ? ParseEnum<EmulatorOperation>(item.GetString()!, "operation")
                : throw GraphError.InvalidRequest("An operation is given by its name."))];
        }

        return ReadEnum<EmulatorOperation>(json, "operation") is { } operation ? [operation] : [];
    }

    private static TEnum? ReadEnum<TEnum>(JsonElement json, string name)
        where TEnum : struct, Enum
    {
        if (json.GetText(name) is not { Length: > 0 } text)
        {
            return null;
        }

        return ParseEnum<TEnum>(text, name);
    }

    private static TEnum ParseEnum<TEnum>(string text, string name)
        where TEnum : struct, Enum
    {
        return text.Length > 0
            && char.IsLetter(text[0])
            && Enum.TryParse<TEnum>(text, ignoreCase: true, out var value)
            && Enum.IsDefined(value)
            ? value
            : throw GraphError.InvalidRequest($"'{text}' is not a {name}: {string.Join(", ", Enum.GetNames<TEnum>())}.");
    }

    private static double? ReadNumber(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number)
            ? number
            : throw GraphError.InvalidRequest($"The value of '{name}' is not a number.");
    }
}
