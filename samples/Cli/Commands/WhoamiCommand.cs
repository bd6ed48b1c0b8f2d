using System.CommandLine;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Tells which sign-in and which drive are used.</summary>
internal static class WhoamiCommand
{
    internal static Command Create(Globals globals) =>
        new Verb(globals, "whoami", "Show the sign-in and the drive that commands use.").Run(
            (session, _, token) => RunAsync(session, token));

    private static async Task<int> RunAsync(Session session, CancellationToken cancellationToken)
    {
        var connection = await session.ConnectAsync(cancellationToken);
        var drive = await connection.Client.Drives.GetAsync(connection.Drive, cancellationToken: cancellationToken);
        var owner = drive.Owner?.User?.DisplayName ?? drive.Owner?.Application?.DisplayName ?? drive.Name;
        var quota = drive.Quota;
        if (session.Screen.IsJson)
        {
            session.Screen.Json(new JsonObject
            {
                ["profile"] = connection.Profile.Name,
                ["signIn"] = connection.Profile.Kind.ToString(),
                ["asApplication"] = connection.Tokens.IsApplicationOnly,
                ["cloud"] = connection.Options.Cloud.Name,
                ["drive"] = drive.Id,
                ["driveType"] = drive.DriveType?.Value,
                ["owner"] = owner,
                ["used"] = quota?.Used,
                ["total"] = quota?.Total,
            });
            return ExitCode.Success;
        }

        session.Screen.Table(["What", "Value"],
        [
            ["Profile", connection.Profile.Name],
            ["Signed in", $"as {(connection.Tokens.IsApplicationOnly ? "an application" : "a person")} ({connection.Profile.Kind})"],
            ["Service", session.TalksToEmulator ? "an emulator on this machine" : connection.Options.Cloud.Name],
            ["Drive", $"{owner} ({drive.DriveType?.Value})"],
            ["Drive id", drive.Id],
            ["Space", quota?.Total is > 0 ? $"{Format.Size(quota.Used)} of {Format.Size(quota.Total)} used" : "unknown"],
        ]);
        return ExitCode.Success;
    }
}
