using System.Globalization;
using System.Net;
using System.Text;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>What a person wants to see in a browser: drives, faults, quirks, the last requests. Nothing is loaded for it.</summary>
internal sealed class StatusPage(OneDriveEmulator emulator, EmulatorState state)
{
    private const int LastRequests = 50;
    private const int LongestList = 5;

    private const string Style = """
        body{font:15px/1.45 system-ui,sans-serif;margin:2rem auto;max-width:72rem;padding:0 1rem;color:#1b1b1b;background:#fff}
        h1{font-size:1.5rem;margin:0}h2{font-size:1.05rem;margin:2rem 0 .4rem}p{margin:.3rem 0}.quiet{color:#666}
        table{border-collapse:collapse;width:100%}td,th{text-align:left;vertical-align:top}
        td,th{padding:.3rem .8rem .3rem 0;border-bottom:1px solid #ddd}
        th{font-weight:600;color:#555}.n{text-align:right}code{font:13px ui-monospace,monospace;overflow-wrap:anywhere}.bad{color:#b00020}
        @media(prefers-color-scheme:dark){body{background:#181818;color:#e6e6e6}
        td,th{border-color:#3a3a3a}th,.quiet{color:#aaa}.bad{color:#ff8a80}}
        """;

    public Answer Get()
    {
        var page = new StringBuilder("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>OneDrive emulator</title>")
            .Append("<meta name=\"viewport\" content=\"width=device-width\"><meta http-equiv=\"refresh\" content=\"5\">")
            .Append(CultureInfo.InvariantCulture, $"<style>{Style}</style><h1>OneDrive emulator</h1>")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"quiet\">Version {HealthControl.Version}, ")
            .Append(CultureInfo.InvariantCulture, $"<code>{Html(emulator.Endpoint.AbsoluteUri)}</code>, ")
            .Append(CultureInfo.InvariantCulture, $"the clock says {emulator.Clock.GetUtcNow():yyyy-MM-dd HH:mm:ss} UTC{Moved()}. ")
            .Append("This page looks again every five seconds.</p>");
        AddDrives(page);
        AddFaults(page);
        AddTraffic(page);
        return new Answer(200)
        {
            Headers =
            {
                ["Content-Type"] = "text/html; charset=utf-8",
                ["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
                ["Cache-Control"] = "no-store",
            },
            Body = Encoding.UTF8.GetBytes(page.ToString()),
        };
    }

    private void AddDrives(StringBuilder page)
    {
        page.Append("<h2>Drives</h2><table><tr><th>Owner<th>Kind<th class=\"n\">Items<th class=\"n\">Bytes<th>Drive id");
        foreach (var user in state.Directory.Users)
        {
            AddDrive(page, user.UserPrincipalName, user.Drive);
        }

        foreach (var group in state.Directory.Groups)
        {
            AddDrive(page, group.Mail, group.Drive);
        }

        page.Append(CultureInfo.InvariantCulture, $"</table><p class=\"quiet\">Upload sessions that are open: {state.Sessions.Count}</p>");
    }

    private static void AddDrive(StringBuilder page, string owner, DriveState drive)
    {
        int items;
        long bytes;
        lock (drive.Gate)
        {
            (items, bytes) = (drive.Items.Count() - 1, drive.Used);
        }

        page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Html(owner)}<td>{drive.Type}<td class=\"n\">{items:N0}")
            .Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{bytes:N0}")
            .Append(CultureInfo.InvariantCulture, $"<td><code>{Html(drive.Id)}</code>");
    }

    private void AddFaults(StringBuilder page)
    {
        page.Append("<h2>Faults and quirks</h2>");
        var faults = emulator.Faults.ToList();
        foreach (var fault in faults)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p>{Html(Describe(fault))}</p>");
        }

        var quirks = emulator.Quirks.Enabled;
        if (quirks.Count > 0)
        {
            var names = string.Join(", ", quirks.Select(quirk => $"{(int)quirk}&nbsp;{quirk}"));
            page.Append(CultureInfo.InvariantCulture, $"<p>Quirks: {names}</p>");
        }

        page.Append(faults.Count + quirks.Count == 0 ? "<p class=\"quiet\">None: everything works.</p>" : string.Empty);
    }

    private void AddTraffic(StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"<h2>The last requests, of {emulator.Traffic.Count:N0}</h2>")
            .Append("<table><tr><th>Time<th>Request<th>Answer<th class=\"n\">Sent<th class=\"n\">Received");
        foreach (var entry in emulator.Traffic.TakeLast(LastRequests).Reverse())
        {
            var isBad = entry.StatusCode is null or >= 400;
            page.Append(CultureInfo.InvariantCulture, $"<tr><td>{entry.Time:HH:mm:ss.fff}<td><code>{Html(entry.Method)} ")
                .Append(CultureInfo.InvariantCulture, $"{Html(Shorten(entry.Target))}</code>")
                .Append(isBad ? "<td class=\"bad\">" : "<td>")
                .Append(CultureInfo.InvariantCulture, $"{entry.StatusCode?.ToString(CultureInfo.InvariantCulture) ?? "none"} {entry.Fault}")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{entry.RequestBodyLength:N0}")
                .Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{entry.ResponseBodyLength:N0}");
        }

        page.Append("</table>");
    }

    private static string Describe(Fault fault)
    {
        var where = fault.Operations.Count switch
        {
            0 => "every operation",
            <= LongestList => string.Join(", ", fault.Operations),
            var count => string.Create(CultureInfo.InvariantCulture, $"{count} operations"),
        };
        var chance = fault.Probability < 1
            ? string.Create(CultureInfo.InvariantCulture, $", {fault.Probability:P0} of the requests")
            : string.Empty;
        var path = fault.PathContains is { } part ? $", path with '{part}'" : string.Empty;
        return $"{fault.Kind} {(fault.StatusCode > 0 ? fault.StatusCode : string.Empty)} on {where}{path}{chance}";
    }

    private string Moved() => emulator.Clock.Offset == TimeSpan.Zero
        ? string.Empty
        : string.Create(CultureInfo.InvariantCulture, $" (moved by {emulator.Clock.Offset:c})");

    private static string Shorten(string text) => text.Length > 300 ? text[..300] + "…" : text;

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
