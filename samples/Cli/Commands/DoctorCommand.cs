using System.CommandLine;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Authentication;
using Spectre.Console;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Tries everything that transfers need, and says what to do about what does not work.</summary>
internal static class DoctorCommand
{
    private static readonly TimeSpan TolerableSkew = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan SoonOver = TimeSpan.FromDays(30);

    internal static Command Create(Globals globals)
    {
        var readOnly = Arguments.Flag("--read-only", "Do not write and delete a small file.");
        return new Verb(
            globals, "doctor", "Test the sign-in, the connection, the clock and the permissions, with hints.", readOnly).Run(
            (session, parsed, token) => RunAsync(session, parsed.GetValue(readOnly), token));
    }

    private static async Task<int> RunAsync(Session session, bool readOnly, CancellationToken cancellationToken)
    {
        var findings = new List<Finding>();
        var code = ExitCode.Success;
        try
        {
            var connection = await session.ConnectAsync(cancellationToken);
            findings.Add(Finding.Good("Profile", $"{connection.Profile.Name} ({connection.Profile.Kind})"));
            await SignInAsync(findings, connection, cancellationToken);
            await ExpiryAsync(findings, connection, cancellationToken);
            await ClockAsync(findings, session, connection, cancellationToken);
            await PermissionsAsync(findings, connection, readOnly, cancellationToken);
            Throttling(findings, connection);
            await UploadsAsync(findings, session, connection, cancellationToken);
        }
        catch (Exception exception) when (exception is OneDriveException or CliException)
        {
            var (failure, hint) = Runner.Explain(exception);
            code = failure;
            findings.Add(Finding.Bad("Stopped", Runner.Describe(exception), hint));
        }

        Show(session.Screen, findings);
        return findings.Exists(finding => finding.State == "bad") && code == ExitCode.Success ? ExitCode.Failed : code;
    }

    private static async Task SignInAsync(List<Finding> findings, Connection connection, CancellationToken cancellationToken)
    {
        var token = await connection.Tokens.GetTokenAsync(
            new AccessTokenRequest { Resource = connection.Options.Cloud.GraphEndpoint }, cancellationToken);
        findings.Add(Finding.Good("Sign-in", $"a token until {Format.Time(token.ExpiresOn)}"));
    }

    private static async Task ExpiryAsync(List<Finding> findings, Connection connection, CancellationToken cancellationToken)
    {
        var expiry = connection.Tokens is IExpiringCredential credential
            ? await credential.GetCredentialExpiryAsync(cancellationToken)
            : null;
        findings.Add(expiry switch
        {
            null when connection.Profile.Kind is SignInKind.Emulator => Finding.Good("Credential", "that of the emulator"),
            null when connection.Tokens.IsApplicationOnly => Finding.Unknown(
                "Credential", "its end is not known", "Tell it with 'login secret --secret-expires DATE'."),
            null => Finding.Good("Credential", "a stored sign-in that renews itself"),
            { Remaining: var rest } when rest <= TimeSpan.Zero => Finding.Bad(
                "Credential",
                $"{expiry.Name} ended on {Format.Time(expiry.ExpiresOn)}",
                "Make a new one in Microsoft Entra ID and sign in again."),
            { Remaining: var rest } when rest < SoonOver => Finding.Warning(
                "Credential", $"{expiry.Name} ends in {rest.TotalDays:0} days", "Make a new one before that."),
            _ => Finding.Good("Credential", $"{expiry.Name} is good until {Format.Time(expiry.ExpiresOn)}"),
        });
    }

    private static async Task ClockAsync(
        List<Finding> findings, Session session, Connection connection, CancellationToken cancellationToken)
    {
        var drive = await connection.Client.Drives.GetAsync(connection.Drive, cancellationToken: cancellationToken);
        findings.Add(Finding.Good("Drive", $"{drive.Owner?.User?.DisplayName ?? drive.Name} ({drive.DriveType?.Value})"));
        if (drive.Quota is { Remaining: { } rest, Total: > 0 and var total } && rest < total / 50)
        {
            findings.Add(Finding.Warning(
                "Space", $"{Format.Size(rest)} of {Format.Size(total)} are left", "Empty the recycle bin, or delete files."));
        }

        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(connection.Options.Cloud.GraphEndpoint, $"v1.0/drives/{drive.Id}?$select=id"));
        using var response = await connection.Client.SendAsync(request, cancellationToken);
        if (response.Headers.Date is not { } date)
        {
            findings.Add(Finding.Unknown("Clock", "the service does not tell its time", null));
            return;
        }

        var skew = session.Time.GetUtcNow() - date;
        findings.Add(skew.Duration() < TolerableSkew
            ? Finding.Good("Clock", $"{skew.TotalSeconds:0} s from that of the service")
            : Finding.Bad(
                "Clock",
                $"{skew.TotalMinutes:0} minutes from that of the service",
                "Set the clock: sign-in with a certificate fails otherwise."));
        if (response.Headers.TryGetValues("RateLimit-Remaining", out var values) && values.FirstOrDefault() is { } left)
            findings.Add(Finding.Good("Rate limit", $"{left} requests are left in this period"));
    }

    private static async Task PermissionsAsync(
        List<Finding> findings, Connection connection, bool readOnly, CancellationToken cancellationToken)
    {
        var report = await connection.Client.Drives.TestConnectionAsync(
            connection.Drive, new TestConnectionOptions { TestWriting = !readOnly }, cancellationToken);
        foreach (var (name, probe) in new[] { ("Read", report.Read), ("Write", report.Write), ("Delete", report.Delete) })
        {
            if (probe.Succeeded)
                findings.Add(Finding.Good(name, "works"));
            else if (!probe.WasMade)
                findings.Add(Finding.Unknown(name, "not tried", null));
            else
                findings.Add(Finding.Bad(name, Runner.Describe(probe.Error!), HintOf(connection, probe.Error!)));
        }
    }

    private static string HintOf(Connection connection, OneDriveException error) =>
        error is OneDriveApiException { StatusCode: System.Net.HttpStatusCode.Forbidden }
        ? connection.Tokens.IsApplicationOnly
            ? "Grant the application permission Files.ReadWrite.All and let an administrator consent."
            : "Sign in with an account that may use this drive, or grant Files.ReadWrite."
        : Runner.Explain(error).Hint ?? "Try again later.";

    private static void Throttling(List<Finding> findings, Connection connection)
    {
        var wait = connection.Options.SharedThrottleGate!.GetRemainingWait();
        findings.Add(wait > TimeSpan.Zero
            ? Finding.Warning("Throttling", $"the service asked for a pause of {wait.TotalSeconds:0} s", "Use fewer --transfers, or wait.")
            : Finding.Good("Throttling", "the service asks for no pause"));
    }

    private static async Task UploadsAsync(
        List<Finding> findings, Session session, Connection connection, CancellationToken cancellationToken)
    {
        var pending = await connection.Client.Content.ListUploadsAsync(cancellationToken);
        findings.Add(pending.Count == 0
            ? Finding.Good("Uploads", "none is unfinished")
            : Finding.Warning(
                "Uploads",
                $"{Format.Count(pending.Count, "unfinished upload")} in {session.State.Uploads}",
                "Run the same command again to finish them."));
    }

    private static void Show(Screen screen, List<Finding> findings)
    {
        if (screen.IsJson)
        {
            screen.Json(new JsonArray([.. findings.Select(finding => new JsonObject
            {
                ["check"] = finding.Name,
                ["state"] = finding.State,
                ["text"] = finding.Text,
                ["hint"] = finding.Hint,
            })]));
            return;
        }

        screen.Table(["", "Check", "Result"], findings.Select(finding => (IReadOnlyList<Cell>)
        [
            new Cell(finding.Mark, Style: new Style(finding.Color)),
            finding.Name,
            finding.Hint is null ? finding.Text : $"{finding.Text}. {finding.Hint}",
        ]));
    }

    private sealed record Finding(string Name, string State, string Text, string? Hint)
    {
        internal string Mark => State switch { "good" => "ok", "bad" => "FAIL", "warning" => "warn", _ => "-" };

        internal Color Color => State switch { "good" => Color.Green, "bad" => Color.Red, "warning" => Color.Yellow, _ => Color.Grey };

        internal static Finding Good(string name, string text) => new(name, "good", text, null);

        internal static Finding Bad(string name, string text, string? hint) => new(name, "bad", text, hint);

        internal static Finding Warning(string name, string text, string? hint) => new(name, "warning", text, hint);

        internal static Finding Unknown(string name, string text, string? hint) => new(name, "unknown", text, hint);
    }
}
