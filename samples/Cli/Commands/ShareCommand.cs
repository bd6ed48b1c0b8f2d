using System.CommandLine;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Makes, lists and ends sharing links.</summary>
internal static class ShareCommand
{
    internal static Command Create(Globals globals)
    {
        var path = Arguments.Path();
        var edit = Arguments.Flag("--edit", "The link lets people change the item. Default: it lets them see it.");
        var scope = new Option<string>("--scope") { Description = "Who may use the link.", DefaultValueFactory = _ => "organization" };
        scope.AcceptOnlyFromAmong("anonymous", "organization", "users");
        var days = new Option<int?>("--days") { Description = "After how many days the link ends. Default: never.", HelpName = "number" };
        var list = Arguments.Flag("--list", "List who has access, and make no link.");
        var revoke = new Option<string?>("--revoke") { Description = "End the access with this id, see --list.", HelpName = "id" };
        return new Verb(globals, "share", "Make a sharing link.", path, edit, scope, days, list, revoke).Run((session, parsed, token) =>
            (parsed.GetValue(list), parsed.GetValue(revoke)) switch
            {
                (true, _) => ListAsync(session, parsed.GetValue(path)!, token),
                (_, { } id) => RevokeAsync(session, parsed.GetValue(path)!, id, token),
                _ => CreateAsync(
                    session, parsed.GetValue(path)!, parsed.GetValue(edit), parsed.GetValue(scope)!, parsed.GetValue(days), token),
            });
    }

    private static async Task<int> CreateAsync(
        Session session, string path, bool edit, string scope, int? days, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var permission = await connection.Client.Sharing.CreateLinkAsync(
            connection.Address(path),
            edit ? SharingLinkType.Edit : SharingLinkType.View,
            new CreateLinkOptions
            {
                Scope = new SharingScope(scope),
                ExpirationDateTime = days is { } number ? session.Time.GetUtcNow().AddDays(number) : null,
            },
            cancellationToken);
        if (session.Screen.IsJson)
            session.Screen.Json(Json(permission));
        else
            session.Screen.Line(SafeText.Of(permission.Link?.WebUrl));
        return ExitCode.Success;
    }

    private static async Task<int> ListAsync(Session session, string path, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var found = await connection.Client.Sharing.ListPermissionsAsync(connection.Address(path)).ToListAsync(cancellationToken);
        if (session.Screen.IsJson)
        {
            session.Screen.Json(new JsonArray([.. found.Select(Json)]));
        }
        else
        {
            session.Screen.Table(["Id", "Who", "Roles", "Link"], found.Select(permission => (IReadOnlyList<Cell>)
                [
                    permission.Id,
                    WhoOf(permission),
                    string.Join(", ", permission.Roles.Select(role => role.Value)),
                    permission.Link?.WebUrl,
                ]));
        }

        return ExitCode.Success;
    }

    private static async Task<int> RevokeAsync(Session session, string path, string id, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        await connection.Client.Sharing.RevokeAsync(connection.Address(path), id, cancellationToken: cancellationToken);
        if (session.Screen.IsJson)
            session.Screen.Json(new JsonObject { ["revoked"] = id });
        session.Screen.Note($"{id}: access ended");
        return ExitCode.Success;
    }

    private static string WhoOf(Permission permission) =>
        permission.Link?.Scope?.Value
        ?? permission.GrantedToV2?.User?.DisplayName
        ?? permission.GrantedTo?.User?.DisplayName
        ?? permission.Invitation?.Email
        ?? "";

    private static JsonObject Json(Permission permission) => new()
    {
        ["id"] = permission.Id,
        ["who"] = WhoOf(permission),
        ["roles"] = new JsonArray([.. permission.Roles.Select(role => (JsonNode)role.Value)]),
        ["type"] = permission.Link?.Type?.Value,
        ["scope"] = permission.Link?.Scope?.Value,
        ["webUrl"] = permission.Link?.WebUrl,
        ["expires"] = permission.ExpirationDateTime is { } time ? ItemJson.Time(time) : null,
    };
}
