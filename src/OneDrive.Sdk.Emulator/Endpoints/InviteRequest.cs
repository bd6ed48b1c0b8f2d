using System.Text.Json;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Whom a client invites, and to what: https://learn.microsoft.com/graph/api/driveitem-invite.</summary>
internal sealed record InviteRequest(
    IReadOnlyList<string> Recipients, List<string> Roles, bool RequiresSignIn, string? Password, DateTimeOffset? Expiration)
{
    private const int LongestMessage = 2000;

    public static InviteRequest Read(JsonElement body)
    {
        if (body.GetText("message")?.Length > LongestMessage)
        {
            throw GraphError.InvalidRequest($"The message has more than {LongestMessage} characters.");
        }

        var recipients = ReadRecipients(body);
        if (recipients.Count == 0)
        {
            throw GraphError.InvalidRequest("At least one recipient is required.");
        }

        return new(
            recipients,
            ReadRoles(body.TryGetProperty("roles", out var roles) ? roles : default),
            body.GetFlag("requireSignIn") ?? true,
            body.GetText("password"),
            body.GetDate("expirationDateTime"));
    }

    public static List<string> ReadRoles(JsonElement roles)
    {
        var names = roles.ValueKind == JsonValueKind.Array
            ? roles.EnumerateArray().Select(role => role.ValueKind == JsonValueKind.String ? role.GetString()! : string.Empty).ToList()
            : [];
        return names.Count > 0 && names.TrueForAll(name => name is "read" or "write" or "owner")
            ? names
            : throw GraphError.InvalidRequest("The roles must be read, write or owner.");
    }

    /// <summary>The recipients by whatever names them: e-mail address, id or alias.</summary>
    public static IReadOnlyList<string> ReadRecipients(JsonElement body)
        => body.TryGetProperty("recipients", out var recipients) && recipients.ValueKind == JsonValueKind.Array
            ? [.. recipients.EnumerateArray().Select(ReadRecipient)]
            : [];

    public override string ToString() => nameof(InviteRequest);

    private static string ReadRecipient(JsonElement recipient)
        => recipient.ValueKind == JsonValueKind.Object
            && (recipient.GetText("email") ?? recipient.GetText("objectId") ?? recipient.GetText("alias")) is { Length: > 0 } name
            ? name
            : throw GraphError.InvalidRequest("A recipient must have an email, an objectId or an alias.");
}
