using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Control;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Faults;

/// <summary>Faults as JSON, for programs that reach the emulator only over HTTP.</summary>
internal static class FaultJson
{
    // Also those that a fault is shown with: what was read can be sent again.
    private static readonly string[] Names =
    [
        "kind", "operation", "operations", "pathContains", "owner", "after", "times", "probability", "place", "bytes", "statusCode", "code",
        "body", "retryAfterSeconds", "retryAfterForm", "delaySeconds", "corruption", "revokes", "resync", "number", "subError", "claims",
        "id", "remaining",
    ];

    /// <summary>Reads one fault, a list of faults, or the name of a profile: what a file of faults and the control address take.</summary>
    /// <param name="json">The text.</param>
    /// <param name="findDrive">The id of the drive of an owner; null if the owner does not exist.</param>
    public static IReadOnlyList<Fault> ReadAll(JsonElement json, Func<string, string?> findDrive) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray().SelectMany(item => ReadAll(item, findDrive))],
        JsonValueKind.Object when json.TryGetProperty("throttleProfile", out _) => ReadProfile(json, ReadOwner(json, findDrive)),
        JsonValueKind.Object => [Read(json, ReadOwner(json, findDrive))],
        _ => throw NoFault(),
    };

    private static IReadOnlyList<Fault> ReadProfile(JsonElement json, string? driveId)
    {
        RequireKnown(json, ["throttleProfile", "owner"]);
        var profile = ReadEnum<ThrottleProfile>(json, "throttleProfile") ?? throw NoFault();
        return [.. ThrottleFaults.Of(profile).Select(fault => fault with { DriveId = driveId })];
    }

    private static string? ReadOwner(JsonElement json, Func<string, string?> findDrive) => json.GetText("owner") is { Length: > 0 } owner
        ? findDrive(owner) ?? throw GraphError.InvalidRequest($"The user, group or drive '{owner}' of the fault does not exist.")
        : null;

    private static void RequireKnown(JsonElement json, string[] names)
    {
        foreach (var member in json.EnumerateObject().Where(member => !names.Contains(member.Name, StringComparer.Ordinal)))
        {
            throw GraphError.InvalidRequest(
                $"'{member.Name}' is not a property of a fault.{ControlRequest.Suggest(member.Name, names)} "
                + $"Known properties: {string.Join(", ", names)}.");
        }
    }

    private static GraphError NoFault() => GraphError.InvalidRequest("A fault must be a JSON object; several faults are a list of "
        + "objects.");

    private static Fault Read(JsonElement json, string? driveId)
    {
        RequireKnown(json, Names);
        var kind = ReadEnum<FaultKind>(json, "kind")
            ?? throw GraphError.InvalidRequest($"A fault requires a kind: {string.Join(", ", Enum.GetNames<FaultKind>())}.");
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
            throw GraphError.InvalidRequest("A rejected sign-in requires a code: the OAuth error.");
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
            DriveId = driveId,
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

        WriteWhatHappens(fault, json);
        AddText(json, "pathContains", fault.PathContains);
        AddText(json, "owner", fault.DriveId);
        return json;
    }

    private static void WriteWhatHappens(Fault fault, JsonObject json)
    {
        AddText(json, "code", fault.Code);
        AddText(json, "body", fault.Body);
        AddText(json, "subError", fault.SubError);
        AddText(json, "claims", fault.Claims);
        switch (fault.Kind)
        {
            case FaultKind.Throttle or FaultKind.Status:
                json["statusCode"] = fault.StatusCode;
                break;
            case FaultKind.Delay:
                json["delaySeconds"] = fault.Wait.TotalSeconds;
                break;
            case FaultKind.CorruptBody:
                json["corruption"] = fault.Corruption.ToString();
                break;
            case FaultKind.ExpireSession:
                json["revokes"] = fault.Revokes;
                break;
            case FaultKind.ExpireDeltaToken:
                json["resync"] = fault.Resync.ToString();
                break;
            case FaultKind.RefuseSignIn:
                json["number"] = fault.Number;
                break;
        }

        if (fault.Bytes > 0)
        {
            json["bytes"] = fault.Bytes;
        }

        if (fault.RetryAfter is { } wait)
        {
            json["retryAfterSeconds"] = wait.TotalSeconds;
            json["retryAfterForm"] = fault.RetryAfterForm.ToString();
        }
    }

    private static void AddText(JsonObject json, string name, string? text)
    {
        if (text is not null)
        {
            json[name] = text;
        }
    }

    private static IReadOnlyList<EmulatorOperation> ReadOperations(JsonElement json)
    {
        if (json.TryGetProperty("operations", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            return [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String
                ? ParseEnum<EmulatorOperation>(item.GetString()!, "operation")
                : throw GraphError.InvalidRequest("An operation must be given by its name."))];
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
            : throw GraphError.InvalidRequest($"'{text}' is not a valid {name}: {string.Join(", ", Enum.GetNames<TEnum>())}.");
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
