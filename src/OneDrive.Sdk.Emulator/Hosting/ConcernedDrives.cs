using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>
/// Finds out which drives a request concerns before anything is done for it: that of the user whose token it carries, and the one that its
/// address names. Faults, quirks and recordings can be confined to them.
/// </summary>
internal sealed class ConcernedDrives(EmulatorState state)
{
    private const string Scheme = "Bearer ";

    private static readonly string[] Nouns = ["drives", "users", "groups", "sites"];

    public void Find(Exchange exchange)
    {
        var ids = new List<string>();
        Add(ids, OfToken(exchange));
        Add(ids, OfTransfer(exchange));
        Add(ids, OfPath(exchange));
        Add(ids, OfSignIn(exchange));
        exchange.DriveIds = ids;
        exchange.Owners = ids.Count == 0
            ? []
            : [.. state.Directory.Owners.Where(owner => ids.Contains(owner.Drive.Id, StringComparer.Ordinal)).Select(owner => owner.Name)];
    }

    private static void Add(List<string> ids, string? id)
    {
        if (id is not null && !ids.Contains(id, StringComparer.Ordinal))
        {
            ids.Add(id);
        }
    }

    private string? OfToken(Exchange exchange)
        => exchange.Header("Authorization") is { } header && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? state.Tokens.Find(header[Scheme.Length..].Trim())?.User?.Drive.Id
            : null;

    private string? OfTransfer(Exchange exchange) => exchange.Target.Segments switch
    {
        [Endpoints.DownloadUrls.PathPrefix, "uploadSession"] => state.Sessions.Find(exchange.Query["guid"])?.Drive.Id,
        [Endpoints.DownloadUrls.PathPrefix, ..] => state.Directory.FindDrive(exchange.Query["DriveId"] ?? string.Empty)?.Id,
        [.., "monitor", var id] => state.Copies.Find(id)?.Destination.Id,
        _ => null,
    };

    // The name of the owner stands behind the noun, or in parentheses: users/alex, users('alex').
    private string? OfPath(Exchange exchange)
    {
        var segments = exchange.Target.Segments;
        var index = segments is ["_api", ..] ? 2 : 1;
        if (segments.Count <= index)
        {
            return null;
        }

        var segment = Uri.UnescapeDataString(segments[index]);
        var open = segment.IndexOf("('", StringComparison.Ordinal);
        var noun = open < 0 ? segment : segment[..open];
        if (!Nouns.Contains(noun, StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var key = open >= 0 ? segment[(open + 2)..].TrimEnd(')').TrimEnd('\'')
            : index + 1 < segments.Count ? Uri.UnescapeDataString(segments[index + 1])
            : string.Empty;
        return noun.Equals("sites", StringComparison.OrdinalIgnoreCase)
            ? state.Directory.FindSite(key)?.Drive.Id
            : state.Directory.FindDrive(key)?.Id ?? state.Directory.FindOwner(key)?.Drive.Id;
    }

    private string? OfSignIn(Exchange exchange)
        => (exchange.Query["login_hint"] ?? exchange.Query[Identity.SignInPage.Choice]) is { Length: > 0 } name
            ? state.Directory.FindUser(name)?.Drive.Id
            : null;
}
