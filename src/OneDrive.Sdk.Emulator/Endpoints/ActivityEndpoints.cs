using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>How often items of business drives were used, and by whom.</summary>
internal sealed partial class ActivityEndpoints(ItemResolver resolver, EmulatorOptions options) : IEndpointRoutes
{
    private const int LongestDailyRange = 90;

    public Route? Match(Exchange request, GraphPath path, string method)
    {
        var (item, tail) = path.Resource is GraphResource.List && ListEntries.Find(path) is { } entry
            ? (entry.Entry, entry.Tail)
            : (path.Item, path.Tail);
        if (method != "GET" || path.Resource is not (GraphResource.Item or GraphResource.List or GraphResource.Drive or GraphResource.Site))
        {
            return null;
        }

        return (path.Resource, tail) switch
        {
            (GraphResource.Item or GraphResource.Drive, ["activities"]) =>
                Route.Plain(EmulatorOperation.ListActivities, exchange => List(exchange, path)),
            (GraphResource.Drive, _) => null,
            (_, ["analytics"]) => Route.Plain(EmulatorOperation.GetAnalytics, exchange => GetAnalytics(exchange, path, item)),
            (_, ["analytics", "allTime"]) =>
                Route.Plain(EmulatorOperation.GetAnalytics, exchange => GetStat(exchange, path, item, DateTimeOffset.MinValue)),
            (_, ["analytics", "lastSevenDays"]) =>
                Route.Plain(EmulatorOperation.GetAnalytics, exchange => GetStat(exchange, path, item, WeekAgo())),
            (_, [var verb]) when verb.StartsWith("getActivitiesByInterval(", StringComparison.OrdinalIgnoreCase) =>
                Route.Plain(EmulatorOperation.ListActivityStats, exchange => ListStats(exchange, path, item, verb)),
            _ => null,
        };
    }

    private Answer GetAnalytics(Exchange exchange, GraphPath path, ItemSelector? item)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            var uses = UsesOf(exchange, drive, item);
            return Answer.Json(200, new JsonObject
            {
                ["allTime"] = Stat(uses),
                ["lastSevenDays"] = Stat(uses.Where(use => use.Time >= WeekAgo())),
            });
        }
    }

    private Answer GetStat(Exchange exchange, GraphPath path, ItemSelector? item, DateTimeOffset since)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            return Answer.Json(200, Stat(UsesOf(exchange, drive, item).Where(use => use.Time >= since)));
        }
    }

    private Answer ListStats(Exchange exchange, GraphPath path, ItemSelector? item, string verb)
    {
        var match = Function().Match(verb);
        if (!match.Success
            || !TryReadDate(match.Groups["start"].Value, out var start)
            || !TryReadDate(match.Groups["end"].Value, out var end))
        {
            throw GraphError.InvalidRequest("startDateTime, endDateTime and interval must be text. The interval must be day, week or "
                + "month.");
        }

        var interval = match.Groups["interval"].Value.ToUpperInvariant();
        if (interval == "DAY" && (end - start).TotalDays > LongestDailyRange)
        {
            throw GraphError.InvalidRequest($"Daily values are limited to {LongestDailyRange} days.");
        }

        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            var uses = UsesOf(exchange, drive, item);
            var stats = new List<JsonObject>();
            for (var from = start; from < end; from = Next(from, interval))
            {
                var to = Next(from, interval);
                var within = uses.Where(use => use.Time >= from && use.Time < to).ToList();
                if (within.Count > 0)
                {
                    var stat = Stat(within);
                    stat["startDateTime"] = ItemRenderer.Date(from);
                    stat["endDateTime"] = ItemRenderer.Date(to);
                    stats.Add(stat);
                }
            }

            return Answer.Json(200, ListPaging.Render(exchange, stats, options.PageSize, stat => stat));
        }
    }

    private Answer List(Exchange exchange, GraphPath path)
    {
        var drive = GetDrive(exchange, path);
        lock (drive.Gate)
        {
            var scope = path.Item is { } selector ? resolver.GetItem(exchange, drive, selector) : drive.Root;
            var uses = scope.SelfAndDescendants()
                .SelectMany(item => item.Uses.List().Select(use => (Item: item, Use: use)))
                .OrderByDescending(entry => entry.Use.Time)
                .ToArray();
            return Answer.Json(200, ListPaging.Render(exchange, uses, options.PageSize, entry => new JsonObject
            {
                ["id"] = $"{entry.Item.ListItemId}-{entry.Use.Id.ToString(CultureInfo.InvariantCulture)}",
                ["action"] = new JsonObject { [entry.Use.Kind] = new JsonObject() },
                ["actor"] = ItemRenderer.IdentitySet(entry.Use.Actor),
                ["times"] = new JsonObject { ["recordedDateTime"] = ItemRenderer.Date(entry.Use.Time) },
            }));
        }
    }

    // Of a site, whatever was done with anything in it.
    private IReadOnlyCollection<ItemUse> UsesOf(Exchange exchange, DriveState drive, ItemSelector? item) => item is null
        ? [.. drive.Root.SelfAndDescendants().SelectMany(node => node.Uses.List())]
        : resolver.GetItem(exchange, drive, item).Uses.List();

    private DriveState GetDrive(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        return drive.Type == EmulatorDriveType.Personal
            ? throw new GraphError(501, "notSupported", "Personal drives do not report the use of items.")
            : drive;
    }

    private DateTimeOffset WeekAgo() => options.TimeProvider.GetUtcNow() - TimeSpan.FromDays(7);

    private static JsonObject Stat(IEnumerable<ItemUse> uses)
    {
        var stat = new JsonObject();
        foreach (var kind in uses.GroupBy(use => use.Kind, StringComparer.Ordinal))
        {
            stat[kind.Key] = new JsonObject
            {
                ["actionCount"] = kind.Count(),
                ["actorCount"] = kind.Select(use => use.Actor.UserId ?? use.Actor.ApplicationId).Distinct(StringComparer.Ordinal).Count(),
            };
        }

        return stat;
    }

    private static DateTimeOffset Next(DateTimeOffset from, string interval) => interval switch
    {
        "DAY" => from.AddDays(1),
        "WEEK" => from.AddDays(7),
        _ => from.AddMonths(1),
    };

    private static bool TryReadDate(string text, out DateTimeOffset date)
        => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date);

    [GeneratedRegex(
        "^getActivitiesByInterval\\(startDateTime='(?<start>[^']*)',endDateTime='(?<end>[^']*)',interval='(?<interval>day|week|month)'\\)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Function();
}
