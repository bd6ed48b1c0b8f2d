using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>What the service says about a copy.</summary>
internal static class CopyRendering
{
    private const string NoDate = "0001-01-01T00:00:00Z";

    public static int StatusOf(CopyJob job, bool lenient) => job.Destination.Type switch
    {
        EmulatorDriveType.Personal when job.Result is not null && !lenient => 303,
        EmulatorDriveType.DocumentLibrary => 202,
        _ => 200,
    };

    public static JsonObject Running(CopyJob job) => new()
    {
        ["operation"] = "ItemCopy",
        ["percentageComplete"] = Math.Round(100.0 * (job.Polls - job.PollsLeft) / (job.Polls + 1), 1),
        ["status"] = "inProgress",
    };

    public static JsonObject Ended(CopyJob job, string baseUrl, string? location)
    {
        if (job.Destination.Type == EmulatorDriveType.Personal && job.Result is { } copy)
        {
            return new JsonObject { ["percentageComplete"] = 100.0, ["resourceId"] = copy.Id, ["status"] = "completed" };
        }

        var json = new JsonObject
        {
            ["@odata.context"] = $"{baseUrl}/_api/v2.1/$metadata#drives('driveId')/operations/$entity",
            ["id"] = job.Id,
            ["createdDateTime"] = NoDate,
            ["lastActionDateTime"] = NoDate,
        };
        if (job.Error is null && job.Failures.Count == 0)
        {
            json["percentageComplete"] = 100;
            json["percentComplete"] = 100;
            if (job.Result is { } result)
            {
                json["resourceId"] = result.Id;
                json["resourceLocation"] = location;
            }
        }

        json["status"] = job.Error is null && job.Failures.Count == 0 ? "completed" : "failed";
        if (Error(job) is { } error)
        {
            json["error"] = error;
        }

        return json;
    }

    public static string? Location(CopyJob job, string baseUrl) => job.Result is { } copy
        ? $"{baseUrl}/_api/v2.0/drives/{Uri.EscapeDataString(job.Destination.Id)}/items/{Uri.EscapeDataString(copy.Id)}"
        : null;

    private static JsonObject? Error(CopyJob job)
    {
        if (job.Error is { } error)
        {
            return new JsonObject { ["code"] = error.Code, ["message"] = error.Message };
        }

        if (job.Failures.Count == 0)
        {
            return null;
        }

        var details = new JsonArray();
        foreach (var (code, message, target) in job.Failures)
        {
            var detail = new JsonObject { ["code"] = code, ["message"] = message };
            if (target is not null)
            {
                detail["target"] = target;
            }

            details.Add((JsonNode)detail);
        }

        return new JsonObject { ["message"] = "Errors occurred during copy/move operation.", ["details"] = details };
    }
}
