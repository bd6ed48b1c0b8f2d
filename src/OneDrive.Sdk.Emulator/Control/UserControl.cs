using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Adds, lists and removes users.</summary>
internal sealed class UserControl(OneDriveEmulator emulator, EmulatorState state, OwnerLookup owners) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "users", "listUsers", "Lists the users.", (_, _) =>
            ControlJson.DoneAsync(ControlJson.List(state.Directory.Users, Write)))
        {
            Result = "User[]",
        },
        new("POST", "users", "addUser", "Adds a user and a drive. Without a name, a new name is generated.", AddAsync)
        {
            Body = "NewUser", IsBodyRequired = false, Status = 201, Result = "User",
        },
        new("GET", "users/{user}", "getUser", "Shows a user.", (request, _) =>
            ControlJson.DoneAsync(Answer.Json(200, Write(owners.GetUser(request["user"])))))
        {
            Result = "User",
        },
        new("DELETE", "users/{user}", "removeUser", "Removes a user with the drive, its snapshots and the sign-ins.", RemoveAsync)
        {
            Status = 204,
        },
    ];

    private static JsonObject Write(UserState user)
    {
        lock (user.Drive.Gate)
        {
            return new JsonObject
            {
                ["id"] = user.Id,
                ["userPrincipalName"] = user.UserPrincipalName,
                ["displayName"] = user.DisplayName,
                ["mail"] = user.Mail,
                ["driveType"] = user.Drive.Type.ToString(),
                ["driveId"] = user.Drive.Id,
                ["quota"] = user.Drive.Quota,
                ["used"] = user.Drive.Used,
            };
        }
    }

    private Task<Answer> AddAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var body = request.Body;
        var id = body.GetText("id");
        if (id is not null && state.Directory.FindUser(id) is not null)
        {
            throw new GraphError(409, "nameAlreadyExists", $"A user with the id '{id}' already exists.");
        }

        try
        {
            var user = emulator.AddUser(options =>
            {
                (options.Id, options.UserPrincipalName) = (id, body.GetText("userPrincipalName"));
                (options.DisplayName, options.Mail, options.Quota) = (
                    body.GetText("displayName"), body.GetText("mail"), body.GetInteger("quota"));
                options.DriveType = body.GetText("driveType") is { } type
                    ? Enum.Parse<EmulatorDriveType>(type, ignoreCase: true)
                    : EmulatorDriveType.Business;
            });
            return ControlJson.DoneAsync(Answer.Json(201, Write(user.State)));
        }
        catch (ArgumentException exception)
        {
            throw new GraphError(409, "nameAlreadyExists", exception.Message.Split(" (Parameter")[0]);
        }
    }

    private Task<Answer> RemoveAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        emulator.Remove(state.Directory.FindOwner(owners.GetUser(request["user"]).Id)!);
        return ControlJson.NothingAsync();
    }
}
