using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Control.OpenApi;
using OneDrive.Sdk.Emulator.Faults;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Declares, lists and removes faults.</summary>
internal sealed class FaultControl(FaultPlan faults, DirectoryState directory, OwnerLookup owners, ControlSchemas schemas)
    : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "faults", "listFaults", "Lists the faults that can still be applied.", (request, _) =>
        {
            var drive = owners.Find(request)?.Drive.Id;
            var wanted = faults.ListActive().Where(active => drive is null || active.Fault.DriveId == drive);
            return ControlJson.DoneAsync(ControlJson.List(wanted, Write));
        })
        {
            Parameters = ["owner"], Result = "Fault[]",
        },
        new("POST", "faults", "addFaults", "Adds a fault, a list of faults, or the faults of a throttling profile.", AddAsync)
        {
            Body = "NewFaults", ChecksItself = true, Status = 201, Result = "AddedFaults",
        },
        new("DELETE", "faults", "removeFaults", "Removes faults: those of one owner, or all.", (request, _) =>
        {
            var drive = owners.Find(request)?.Drive.Id;
            faults.Remove(active => drive is null || active.Fault.DriveId == drive);
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
        new("DELETE", "faults/{fault}", "removeFault", "Removes a fault.", (request, _) =>
        {
            var removed = int.TryParse(request["fault"], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                ? faults.Remove(active => active.Id == id)
                : 0;
            return removed > 0
                ? ControlJson.NothingAsync()
                : throw new GraphError(404, "itemNotFound", $"The fault {request["fault"]} does not exist, or it was removed.");
        })
        {
            Status = 204,
        },
        new("GET", "faults/schema", "getFaultSchema", "Returns the JSON schema of a fault.", (_, _) =>
            ControlJson.DoneAsync(Answer.Json(200, schemas.Standalone("NewFaults")).With("Content-Type", "application/schema+json")))
        {
            Result = "JsonSchema", ResultType = "application/schema+json",
        },
        new("GET", "throttleProfiles", "listThrottleProfiles", "Lists the throttling profiles.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(Enum.GetValues<ThrottleProfile>(), WriteProfile)))
        {
            Result = "ThrottleProfile[]",
        },
    ];

    private Task<Answer> AddAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var added = faults.AddAll(faults.Read(request.Body));
        return ControlJson.DoneAsync(Answer.Json(201, request.Body.ValueKind == JsonValueKind.Object && added.Count == 1
            ? Write(added[0])
            : new JsonArray([.. added.Select(active => (JsonNode)Write(active))])));
    }

    private JsonObject Write(FaultPlan.ActiveFault active)
    {
        var json = FaultJson.Write(active.Fault);
        (json["id"], json["remaining"]) = (active.Id, active.Remaining);
        if (active.Fault.DriveId is { } drive && directory.FindOwner(drive) is { } owner)
        {
            json["owner"] = owner.Name;
        }

        return json;
    }

    private static JsonObject WriteProfile(ThrottleProfile profile) => new()
    {
        ["name"] = profile.ToString(),
        ["description"] = profile switch
        {
            ThrottleProfile.Light => "One request in fifty returns 429 with a Retry-After of one second.",
            ThrottleProfile.Heavy => "One request in five returns 429 with a decimal Retry-After, one in twenty returns 503 with a date.",
            _ => "One fragment in ten returns 429 with a Retry-After of two seconds, one in twenty returns 509 without Retry-After.",
        },
        ["faults"] = new JsonArray([.. ThrottleFaults.Of(profile).Select(fault => (JsonNode)FaultJson.Write(fault))]),
    };
}
