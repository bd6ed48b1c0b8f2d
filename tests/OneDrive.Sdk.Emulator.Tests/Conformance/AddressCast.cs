using System.Text.RegularExpressions;

namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>Puts what is on the stage into the places of an address that a page leaves open.</summary>
internal sealed partial class AddressCast(Stage stage, DocumentedExchange exchange, string receiver)
{
    private readonly Queue<string> _rest = new();
    private readonly List<string> _cast = [];
    private bool _isList;

    /// <summary>The drive that the address leads to.</summary>
    internal EmulatorDrive Drive { get; private set; } = stage.Drive;

    internal async Task<string> CastAsync()
    {
        if (exchange.IsForeign)
        {
            return await CastForeignAsync();
        }

        var target = Dates().Replace(exchange.Target, Stage.ThisMonth())
            .Replace("/:children", ":/children", StringComparison.Ordinal);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        foreach (var segment in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            _rest.Enqueue(segment);
        }

        while (_rest.TryDequeue(out var word))
        {
            if (word is "{item-id}" or "{parent-id}:" && _cast[^1] is var last && (last == "drive" || _cast[^2] == "drives"))
            {
                // Some pages leave this word out.
                _cast.Add("items");
                Enqueue(word);
                await CastItemAsync();
                continue;
            }

            _cast.Add(Plain(word));
            await FollowAsync(word);
        }

        var query = question < 0 ? string.Empty : target[question..].Replace("{format}", "pdf", StringComparison.Ordinal);
        return $"/v1.0/{string.Join('/', _cast)}{query}";
    }

    private async Task<string> CastForeignAsync() => exchange switch
    {
        _ when exchange.Says("/up/") => await stage.UploadUrlAsync(isRefused: exchange.Method == "POST"),
        _ when exchange.Says("monitor") => await stage.MonitorUrlAsync(hasEnded: exchange.Status is not 202),
        _ when exchange.Says("1drv.com") => await stage.DownloadUrlAsync(),
        _ => throw new InvalidOperationException("It goes to a server that is not the service."),
    };

    private async Task FollowAsync(string word)
    {
        switch (word)
        {
            case "users":
                Replace(stage.Emulator.DefaultUser.UserPrincipalName);
                break;
            case "groups":
                Replace(stage.Emulator.DefaultGroup.Id);
                Drive = stage.Library;
                break;
            case "sites" when _rest.Count > 0:
                Replace((await stage.ListAsync()).Site);
                Drive = stage.Library;
                break;
            case "lists":
                Replace((await stage.ListAsync()).List);
                _isList = true;
                break;
            case "drives" when _rest.Count > 0:
                Drive = exchange.Says("remoteItem") ? stage.Colleague.Drive : Drive;
                Replace(Drive.Id);
                break;
            case "items" when _rest.TryPeek(out var next) && next is not "root":
                await CastItemAsync();
                break;
            case "root:":
                CastNames();
                break;
            case "special":
                Replace("documents");
                break;
            case "bundles":
                Replace(_rest.Count > 0 ? await stage.BundleAsync() : string.Empty);
                break;
            case "children" when _cast.Contains("bundles"):
                Replace(Stage.File(Drive));
                break;
            case "following":
                await stage.AskAsync("POST", $"{Stage.Address(Drive)}/follow");
                Replace(Stage.File(Drive));
                break;
            case "shares":
                Replace(await stage.ShareAsync());
                break;
            case "subscriptions" when _rest.TryPeek(out var id) && id != "socketIo":
                Replace(await stage.SubscriptionAsync(receiver));
                break;
            case "permissions":
                Replace(_rest.Count > 0 ? await stage.PermissionAsync(Drive) : string.Empty);
                break;
            case "versions":
                Replace("1.0");
                break;
            case "thumbnails" when _rest.Count > 0:
                Replace("0");
                Replace("small");
                break;
        }
    }

    private async Task CastItemAsync()
    {
        var asked = _rest.Dequeue();
        if (_isList || _cast is ["sites", _, "items"])
        {
            if (exchange.Says("/driveitem/"))
            {
                var entry = await stage.AskAsync("GET", $"{Stage.Address(Drive)}/listItem");
                _cast.Add(entry["id"]!.GetValue<string>());
                return;
            }

            var entries = await stage.AskAsync("GET", $"/v1.0/{string.Join('/', _cast)}");
            _cast.Add(entries["value"] is { } value ? value.AsArray()[^1]!["id"]!.GetValue<string>() : asked);
            return;
        }

        var item = asked switch
        {
            _ when asked.Contains("bundle", StringComparison.OrdinalIgnoreCase) => await stage.BundleAsync(),
            _ when asked.EndsWith(':') || _rest.Contains("children") || _rest.Contains("delta") => Stage.Folder(Drive),
            _ when ReferenceEquals(Drive, stage.Colleague.Drive) => await stage.ShareOfColleagueAsync(),
            _ when exchange.Says("thumbnails") => Stage.Picture(Drive),
            _ => Stage.File(Drive),
        };
        _cast.Add(asked.EndsWith(':') ? item + ":" : item);
        if (asked.EndsWith(':'))
        {
            CastNames();
        }
    }

    // A path may be closed by a colon; what follows decides whether it leads to a folder, to a file, or to one that is to be made.
    private void CastNames()
    {
        var names = new List<string>();
        var isClosed = false;
        while (!isClosed && _rest.TryPeek(out var next) && !(names.Count > 0 && IsVerb(next)))
        {
            names.Add(_rest.Dequeue());
            isClosed = names[^1].EndsWith(':');
        }

        var verb = _rest.TryPeek(out var follows) ? follows : string.Empty;
        var isBelowItem = _cast.Count > 1 && _cast[^1] != "root:";
        var path = verb switch
        {
            "createUploadSession" => "new.bin",
            "content" when exchange.Method == "PUT" => "new.bin",
            "children" or "delta" => "Documents",
            _ => isBelowItem ? "report.docx" : "Documents/report.docx",
        };
        _cast.Add(isClosed || verb.Length > 0 ? path + ":" : path);
    }

    private void Enqueue(string first)
    {
        string[] rest = [first, .. _rest];
        _rest.Clear();
        Array.ForEach(rest, _rest.Enqueue);
    }

    private static bool IsVerb(string segment) => segment is "extractSensitivityLabels" or "children" or ":children";

    private void Replace(string value)
    {
        if (_rest.TryDequeue(out _))
        {
            _cast.Add(value);
        }
    }

    [GeneratedRegex("startDateTime='[^']*',endDateTime='[^']*'", RegexOptions.None, 1000)]
    private static partial Regex Dates();

    private static string Plain(string segment)
        => segment.Replace("{", string.Empty, StringComparison.Ordinal).Replace("}", string.Empty, StringComparison.Ordinal);
}
