using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Adds, lists and removes groups, and with them sites, libraries and lists.</summary>
internal sealed class GroupControl(OneDriveEmulator emulator, EmulatorState state, OwnerLookup owners) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "groups", "listGroups", "Lists the groups.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(state.Directory.Groups, Write)))
        {
            Result = "Group[]",
        },
        new("POST", "groups", "addGroup", "Adds a group with a site and a document library.", AddAsync)
        {
            Body = "NewGroup", IsBodyRequired = false, Status = 201, Result = "Group",
        },
        new("GET", "groups/{group}", "getGroup", "Shows a group.", (request, _) =>
            ControlJson.DoneAsync(Answer.Json(200, Write(owners.GetGroup(request["group"])))))
        {
            Result = "Group",
        },
        new("DELETE", "groups/{group}", "removeGroup", "Removes a group with its site, its library and its snapshots.", RemoveAsync)
        {
            Status = 204,
        },
        new("POST", "groups/{group}/lists", "addList", "Adds a list without files to the site of a group.", AddListAsync)
        {
            Body = "NewList", Status = 201, Result = "NamedList",
        },
        new("GET", "sites", "listSites", "Lists the sites: one for each group.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(state.Directory.Sites, WriteSite)))
        {
            Result = "Site[]",
        },
        new("POST", "sites", "addSite", "Adds a site, with the group that it belongs to.", AddSiteAsync)
        {
            Body = "NewSite", Status = 201, Result = "Site",
        },
    ];

    private JsonObject Write(GroupState group)
    {
        lock (group.Drive.Gate)
        {
            return new JsonObject
            {
                ["id"] = group.Id,
                ["displayName"] = group.DisplayName,
                ["mail"] = group.Mail,
                ["siteId"] = SiteOf(group).Id,
                ["driveId"] = group.Drive.Id,
                ["quota"] = group.Drive.Quota,
                ["used"] = group.Drive.Used,
                ["lists"] = WriteLists(group),
            };
        }
    }

    private static JsonObject WriteSite(SiteState site) => new()
    {
        ["id"] = site.Id,
        ["displayName"] = site.DisplayName,
        ["host"] = site.Host,
        ["path"] = site.Path,
        ["groupId"] = site.Group.Id,
        ["driveId"] = site.Drive.Id,
        ["lists"] = WriteLists(site.Group),
    };

    private static JsonArray WriteLists(GroupState group) => new([.. group.Lists.Values.Select(list => (JsonNode)WriteList(list))]);

    private static JsonObject WriteList(DriveState list) => new() { ["id"] = list.Id, ["name"] = list.Name };

    private SiteState SiteOf(GroupState group) => state.Directory.Sites.First(site => site.Group.Id == group.Id);

    private Task<Answer> AddAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var group = Add(body.GetText("id"), body.GetText("displayName"), body.GetText("mail"), body.GetInteger("quota"));
        return ControlJson.DoneAsync(Answer.Json(201, Write(group)));
    }

    private Task<Answer> AddSiteAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var group = Add(id: null, request.Body.GetText("displayName"), mail: null, quota: null);
        foreach (var list in request.Body.TryGetProperty("lists", out var lists) ? lists.EnumerateArray() : default)
        {
            AddList(group, list.GetString()!);
        }

        return ControlJson.DoneAsync(Answer.Json(201, WriteSite(SiteOf(group))));
    }

    private GroupState Add(string? id, string? displayName, string? mail, long? quota)
    {
        if (new[] { id, mail }.FirstOrDefault(key => key is not null && state.Directory.FindOwner(key) is not null) is { } taken)
        {
            throw new GraphError(409, "nameAlreadyExists", $"The user or group '{taken}' already exists.");
        }

        try
        {
            var group = emulator.AddGroup(options =>
                (options.Id, options.DisplayName, options.Mail, options.Quota) = (id, displayName, mail, quota));
            return owners.GetGroup(group.Id);
        }
        catch (ArgumentException exception)
        {
            throw new GraphError(409, "nameAlreadyExists", exception.Message.Split(" (Parameter")[0]);
        }
    }

    private Task<Answer> RemoveAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        emulator.Remove(state.Directory.FindOwner(owners.GetGroup(request["group"]).Id)!);
        return ControlJson.NothingAsync();
    }

    private Task<Answer> AddListAsync(ControlRequest request, CancellationToken cancellationToken)
        => ControlJson.DoneAsync(Answer.Json(201, WriteList(AddList(owners.GetGroup(request["group"]), request.Body.GetText("name")!))));

    private DriveState AddList(GroupState group, string name)
    {
        try
        {
            state.Directory.AddList(group, name);
            return group.Lists.Values.First(list => list.Name == name);
        }
        catch (ArgumentException)
        {
            throw new GraphError(409, "nameAlreadyExists", $"The site of '{group.Mail}' already has a list '{name}'.");
        }
    }
}
