using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Control.OpenApi;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>Limits as JSON: a profile, and differences from it.</summary>
internal static class LimitsJson
{
    private static readonly ControlSchemas Schemas = new();

    public static ServiceLimits Read(JsonElement json)
    {
        if (Schemas.FindError("ServiceLimits", json) is { } error)
            throw GraphError.InvalidRequest(error);
        var limits = json.TryGetProperty("profile", out var profile)
            ? LimitProfiles.Of(Enum.Parse<ServiceLimitsProfile>(profile.GetString()!, ignoreCase: true))
            : new ServiceLimits();
        foreach (var member in json.EnumerateObject())
            limits = Set(limits, member.Name, member.Value);
        return limits;
    }

    public static JsonObject Write(ServiceLimits? limits)
    {
        var json = new JsonObject();
        if (limits is null)
            return json;
        AddLimit(json, "user", limits.User);
        AddLimit(json, "application", limits.Application);
        AddLimit(json, "tenant", limits.Tenant);
        AddLimit(json, "bandwidth", limits.Bandwidth);
        json["chargesRefusals"] = limits.ChargesRefusals;
        json["retryAfterForm"] = limits.RetryAfterForm.ToString();
        if (limits.RateLimitHeadersFrom is { } share)
            json["rateLimitHeadersFrom"] = share;
        if (limits.MaxConcurrentRequests is { } most)
        {
            json["maxConcurrentRequests"] = most;
            json["concurrencyStatus"] = limits.ConcurrencyStatus;
            if (limits.ConcurrencyRetryAfter is { } wait)
                json["concurrencyRetryAfterSeconds"] = wait.TotalSeconds;
        }

        if (limits.PenaltyAfter is { } violations)
        {
            json["penaltyAfter"] = violations;
            json["penaltySeconds"] = limits.Penalty.TotalSeconds;
        }

        return json;
    }

    private static ServiceLimits Set(ServiceLimits limits, string name, JsonElement value) => name switch
    {
        "user" => limits with { User = Limit(value) },
        "application" => limits with { Application = Limit(value) },
        "tenant" => limits with { Tenant = Limit(value) },
        "bandwidth" => limits with { Bandwidth = Limit(value) },
        "chargesRefusals" => limits with { ChargesRefusals = value.GetBoolean() },
        "rateLimitHeadersFrom" => limits with { RateLimitHeadersFrom = value.GetDouble() },
        "retryAfterForm" => limits with { RetryAfterForm = Enum.Parse<RetryAfterForm>(value.GetString()!, ignoreCase: true) },
        "maxConcurrentRequests" => limits with { MaxConcurrentRequests = value.GetInt32() },
        "concurrencyStatus" => limits with { ConcurrencyStatus = value.GetInt32() },
        "concurrencyRetryAfterSeconds" => limits with { ConcurrencyRetryAfter = TimeSpan.FromSeconds(value.GetDouble()) },
        "penaltyAfter" => limits with { PenaltyAfter = value.GetInt32() },
        "penaltySeconds" => limits with { Penalty = TimeSpan.FromSeconds(value.GetDouble()) },
        _ => limits,
    };

    private static ServiceLimit Limit(JsonElement json) => new(
        json.GetProperty("amount").GetInt64(), TimeSpan.FromSeconds(json.GetProperty("windowSeconds").GetDouble()));

    private static void AddLimit(JsonObject json, string name, ServiceLimit? limit)
    {
        if (limit is not null)
            json[name] = new JsonObject { ["amount"] = limit.Amount, ["windowSeconds"] = limit.Window.TotalSeconds };
    }
}
