using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>
/// Rejects query options that an operation does not take, before it runs: an option that is ignored would give a wrong answer. See
/// https://learn.microsoft.com/graph/query-parameters.
/// </summary>
internal static class QueryGuard
{
    private static readonly string[] Options =
    [
        "select", "expand", "top", "skip", "skiptoken", "orderby", "filter", "count", "search", "apply", "compute", "deltatoken", "format",
    ];

    /// <summary>The options of these that are known by their dollar sign only: without it they are parameters of something else.</summary>
    private static readonly string[] WithDollarOnly = ["search", "count", "format", "compute", "apply"];

    /// <summary>The same route, which looks at the query first.</summary>
    public static Route Watch(Route route, string method) => method != "GET" || QueryRules.Of(route.Operation) is not { } rules
        ? route
        : route with
        {
            Handler = (exchange, cancellationToken) =>
            {
                Check(exchange, rules);
                return route.Handler(exchange, cancellationToken);
            },
        };

    private static void Check(Exchange exchange, QueryRules rules)
    {
        try
        {
            var given = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, _) in exchange.Query.Pairs)
            {
                if (OptionOf(name) is { } option)
                {
                    Check(option, rules, given);
                }
            }

            CheckSelect(exchange.Query.Option("select"), rules.Entity);
            CheckExpand(exchange.Query.Option("expand"), rules);
            CheckOrder(exchange.Query.Option("orderby"), rules);
            _ = FilterParser.Parse(exchange.Query.Option("filter"), rules.Entity);
            CheckCount(exchange, rules);
        }
        catch (GraphError error) when (rules.Entity.IsDirectory)
        {
            throw QueryErrors.ForDirectory(error);
        }
    }

    private static string? OptionOf(string name)
    {
        var word = name.TrimStart('$');
        var known = Array.Find(Options, option => option.Equals(word, StringComparison.OrdinalIgnoreCase));
        return name.StartsWith('$') ? known ?? word : WithDollarOnly.Contains(known) ? null : known;
    }

    private static void Check(string option, QueryRules rules, HashSet<string> given)
    {
        if (!given.Add(option))
        {
            throw QueryErrors.Invalid($"The query option '${option}' is given more than once.");
        }

        if (option == "skip" && rules.IsCollection)
        {
            throw QueryErrors.Invalid("'$skip' is not supported here. Use @odata.nextLink to read the next page.");
        }

        if (option != "format" && !rules.Takes(option))
        {
            throw QueryErrors.Invalid(rules.IsCollection || !Options.Contains(option)
                ? $"The query option '${option}' is not supported here."
                : $"The query option '${option}' is not supported here, because the address identifies a single entity.");
        }
    }

    private static void CheckSelect(string? select, QueryEntity entity)
    {
        if (select is null || entity.IsOpen)
        {
            return;
        }

        foreach (var name in select.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!name.StartsWith('@') && name != "*" && !entity.Knows(name.Split('/')[0]))
            {
                throw QueryErrors.UnknownProperty(name, entity);
            }
        }
    }

    private static void CheckExpand(string? expand, QueryRules rules)
    {
        foreach (var one in Expansion.Parse(expand))
        {
            if (!rules.Expands.Contains(one.Name, StringComparer.OrdinalIgnoreCase))
            {
                throw QueryErrors.Invalid($"'{one.Name}' cannot be expanded here.");
            }
        }
    }

    private static void CheckOrder(string? orderBy, QueryRules rules)
    {
        foreach (var (property, _) in ListOrder.Parse(orderBy))
        {
            if (!rules.Orders.Any(order => order.EndsWith('/')
                ? property.StartsWith(order, StringComparison.OrdinalIgnoreCase)
                : property.Equals(order, StringComparison.OrdinalIgnoreCase)))
            {
                throw QueryErrors.Invalid($"The list cannot be ordered by '{property}'.");
            }
        }
    }

    // https://learn.microsoft.com/graph/aad-advanced-queries
    private static bool IsAdvanced(string? filter)
        => filter is not null && new FilterTokens(filter).ContainsAny("not", "ne", "endsWith");

    private static void CheckCount(Exchange exchange, QueryRules rules)
    {
        var count = exchange.Query["$count"];
        if (count is not (null or "true" or "false"))
        {
            throw QueryErrors.Invalid($"'{count}' is not a valid value of $count. Use true or false.");
        }

        if (!rules.Entity.IsDirectory)
        {
            return;
        }

        var isAdvanced = string.Equals(exchange.Header("ConsistencyLevel"), "eventual", StringComparison.OrdinalIgnoreCase);
        var needsIt = exchange.IsCounting
            || count == "true"
            || exchange.Query["$search"] is not null
            || IsAdvanced(exchange.Query.Option("filter"));
        if (needsIt && !isAdvanced)
        {
            throw QueryErrors.Invalid(
                "$count, $search, and 'not', 'ne' and 'endsWith' in $filter require the header ConsistencyLevel: eventual.");
        }
    }
}
