using System.Text.Json;
using OneDrive.Sdk.Emulator.Control.OpenApi;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>The emulator's own addresses. They are neither recorded nor struck by faults, and not for web pages of others.</summary>
internal sealed class ControlRoutes(IReadOnlyList<ControlOperation> operations, ControlSchemas schemas)
{
    public const string Prefix = "_emulator";

    private const string NoMethod = "The method is not allowed on this resource.";

    public Route Match(Exchange exchange) => new(EmulatorOperation.Unknown, async (_, cancellationToken) =>
    {
        ControlGuard.Check(exchange);
        var answer = await AnswerAsync(exchange, cancellationToken).ConfigureAwait(false);
        answer.Headers.TryAdd("Cache-Control", "no-store");
        answer.Headers.TryAdd("X-Content-Type-Options", "nosniff");
        return answer;
    });

    private async Task<Answer> AnswerAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        string[] segments = [.. exchange.Target.Segments.Skip(1)];
        var method = exchange.Request.Method == "HEAD" ? "GET" : exchange.Request.Method;
        var matches = operations
            .Select(operation => (Operation: operation, Values: operation.Match(segments)))
            .Where(match => match.Values is not null)
            .ToList();
        if (matches.Count == 0)
        {
            throw NotFound(segments);
        }

        var (found, values) = matches.Find(match => match.Operation.Method == method);
        if (found is null)
        {
            throw new GraphError(405, "invalidRequest", NoMethod)
            {
                Headers = { ["Allow"] = string.Join(", ", matches.Select(match => match.Operation.Method)) },
            };
        }

        CheckParameters(exchange, found);
        var body = await ReadBodyAsync(exchange, found, cancellationToken).ConfigureAwait(false);
        try
        {
            return await found.Handler(new ControlRequest(exchange, values!, body), cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidOperationException exception) when (exception.InnerException is GraphError refusal)
        {
            throw new GraphError(refusal.Status, refusal.Code, exception.Message, refusal.InnerCode);
        }
        catch (FileNotFoundException exception)
        {
            throw new GraphError(404, "itemNotFound", $"The drive does not contain '{exception.FileName}'.");
        }
    }

    // A parameter that is misspelt must not turn the reset of one drive into that of all.
    private static void CheckParameters(Exchange exchange, ControlOperation operation)
    {
        foreach (var pair in exchange.Target.RawQuery.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(pair.Split('=')[0]);
            if (!operation.Parameters.Contains(name, StringComparer.Ordinal))
            {
                throw GraphError.InvalidRequest(
                    operation.Parameters.Length == 0
                        ? $"'{name}' is not a parameter of this address, which does not accept parameters."
                        : $"'{name}' is not a parameter of this address, which accepts {string.Join(", ", operation.Parameters)}."
                            + ControlRequest.Suggest(name, operation.Parameters));
            }
        }
    }

    private async Task<JsonElement> ReadBodyAsync(Exchange exchange, ControlOperation operation, CancellationToken cancellationToken)
    {
        if (operation.Body is not { } name || operation.RawBody is not null)
        {
            return default;
        }

        var body = await JsonText.ReadAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (!operation.ChecksItself && schemas.FindError(name, body) is { } error)
        {
            throw GraphError.InvalidRequest(error);
        }

        return body;
    }

    private GraphError NotFound(string[] segments)
    {
        var roots = operations.Where(operation => operation.Segments.Length > 0).Select(operation => operation.Segments[0])
            .Distinct(StringComparer.Ordinal);
        var suggestion = segments.Length > 0
            ? ControlRequest.Suggest(segments[0], roots.Except([segments[0]], StringComparer.Ordinal))
            : string.Empty;
        return new GraphError(
            404, "itemNotFound", $"The control address does not exist.{suggestion} GET /{Prefix}/openapi.json describes all control "
                + "addresses.");
    }
}
