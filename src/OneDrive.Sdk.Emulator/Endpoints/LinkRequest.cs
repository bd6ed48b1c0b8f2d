using System.Text.Json;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>What a client asks of a sharing link: https://learn.microsoft.com/graph/api/driveitem-createlink.</summary>
internal sealed record LinkRequest(
    string Type, string Scope, string? Password, DateTimeOffset? Expiration, IReadOnlyList<string> Recipients)
{
    public static LinkRequest Read(JsonElement body, EmulatorDriveType driveType)
    {
        var isPersonal = driveType == EmulatorDriveType.Personal;
        var type = body.GetText("type") ?? "view";
        if (type is not ("view" or "edit" or "embed") || (type == "embed" && !isPersonal))
        {
            throw GraphError.InvalidRequest($"'{type}' is not a link type of this drive.");
        }

        var scope = body.GetText("scope") ?? (isPersonal ? "anonymous" : "organization");
        if (scope is not ("anonymous" or "organization" or "users") || (scope == "organization" && isPersonal))
        {
            throw GraphError.InvalidRequest($"'{scope}' is not a link scope of this drive.");
        }

        var password = body.GetText("password");
        return password is null || isPersonal
            ? new(type, scope, password, body.GetDate("expirationDateTime"), InviteRequest.ReadRecipients(body))
            : throw GraphError.InvalidRequest("Only links of personal drives can have a password.");
    }

    public override string ToString() => $"{Type} link for {Scope}";
}
