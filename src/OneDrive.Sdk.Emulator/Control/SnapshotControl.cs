using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.State.Snapshots;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Keeps states under names, and goes back to them.</summary>
internal sealed class SnapshotControl(OneDriveEmulator emulator, OwnerLookup owners) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("POST", "reset", "reset", "Resets the drive of one owner, or everything, to the initial state.", (request, _) =>
        {
            emulator.ResetOwner(OwnerOf(request));
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Body = "Scope", IsBodyRequired = false, Status = 204,
        },
        new("GET", "snapshots", "listSnapshots", "Lists the snapshots.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(emulator.Snapshots.List(), Write)))
        {
            Result = "Snapshot[]",
        },
        new("PUT", "snapshots/{name}", "takeSnapshot", "Takes a snapshot of one owner's drive, or of everything.", (request, _) =>
            ControlJson.DoneAsync(Answer.Json(200, Write(emulator.Snapshots.Take(request["name"], OwnerOf(request))))))
        {
            Parameters = ["owner"], Body = "Scope", IsBodyRequired = false, Result = "Snapshot",
        },
        new(
            "POST",
            "snapshots/{name}/restore",
            "restoreSnapshot",
            "Restores a snapshot of the drive of one owner, or of everything.",
            (request, _) => ControlJson.DoneAsync(Answer.Json(200, Write(emulator.Snapshots.Restore(request["name"], OwnerOf(request))))))
        {
            Parameters = ["owner"], Body = "Scope", IsBodyRequired = false, Result = "Snapshot",
        },
        new("DELETE", "snapshots/{name}", "deleteSnapshot", "Deletes a snapshot.", (request, _) =>
        {
            emulator.Snapshots.Delete(request["name"], owners.Find(request));
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
    ];

    private static JsonObject Write(SnapshotInfo snapshot) => new JsonObject
    {
        ["name"] = snapshot.Name,
        ["taken"] = ControlJson.Date(snapshot.Taken),
        ["owners"] = ControlJson.Texts(snapshot.Owners),
        ["items"] = snapshot.ItemCount,
    }.With("owner", snapshot.Owner);

    private DriveOwner? OwnerOf(ControlRequest request)
        => owners.Find(request) ?? (request.Body.GetText("owner") is { } key ? owners.Get(key) : null);
}
