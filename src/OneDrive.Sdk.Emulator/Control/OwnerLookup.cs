using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Finds whom a control request names.</summary>
internal sealed class OwnerLookup(DirectoryState directory)
{
    /// <summary>A user or group by its id, its name or its drive.</summary>
    public DriveOwner Get(string key) => directory.FindOwner(key)
        ?? throw NotFound($"The user, group or drive '{key}' does not exist.", key, directory.Owners.Select(owner => owner.Name), "drives");

    /// <summary>The owner that a parameter names; null when it is absent.</summary>
    public DriveOwner? Find(ControlRequest request) => request.Parameter("owner") is { } key ? Get(key) : null;

    public UserState GetUser(string key) => directory.FindUser(key)
        ?? throw NotFound($"The user '{key}' does not exist.", key, directory.Users.Select(user => user.UserPrincipalName), "users");

    public GroupState GetGroup(string key) => directory.FindOwner(key)?.Group
        ?? throw NotFound($"The group '{key}' does not exist.", key, directory.Groups.Select(group => group.Mail), "groups");

    private static GraphError NotFound(string message, string key, IEnumerable<string> names, string list) => new(
        404,
        "itemNotFound",
        $"{message}{ControlRequest.Suggest(key, names)} GET /{ControlRoutes.Prefix}/{list} lists the existing ones.");
}
