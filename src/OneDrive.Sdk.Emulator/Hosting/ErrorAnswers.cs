using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Endpoints;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>Errors in the form of Graph: https://learn.microsoft.com/graph/errors.</summary>
internal sealed class ErrorAnswers(TimeProvider time)
{
    public Answer Render(Exchange exchange, GraphError error)
    {
        var answer = Render(exchange, error.Status, error.Code, error.Message, error.InnerCode);
        foreach (var (name, value) in error.Headers)
        {
            answer.Headers[name] = value;
        }

        return answer;
    }

    public Answer Render(Exchange exchange, Fault fault)
    {
        var answer = fault.Body is { } body
            ? new Answer(fault.StatusCode)
            {
                Headers = { ["Content-Type"] = body.StartsWith('<') ? "text/html" : "application/json" },
                Body = System.Text.Encoding.UTF8.GetBytes(body),
            }
            : Render(
                exchange,
                fault.StatusCode,
                fault.Code ?? CodeOf(fault.StatusCode),
                "A fault of the emulator caused this response.",
                innerCode: null);
        return fault is { RetryAfter: { } wait, RetryAfterForm: not RetryAfterForm.None }
            ? answer.With("Retry-After", Format(wait, fault.RetryAfterForm))
            : answer;
    }

    private Answer Render(Exchange exchange, int status, string code, string message, string? innerCode)
    {
        var inner = new JsonObject();
        if (innerCode is not null)
        {
            inner["code"] = innerCode;
        }

        inner["date"] = ItemRenderer.Date(time.GetUtcNow());
        inner["request-id"] = exchange.RequestId;
        inner["client-request-id"] = exchange.ClientRequestId;
        return Answer.Json(status, new JsonObject
        {
            ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["innerError"] = inner },
        });
    }

    private string Format(TimeSpan wait, RetryAfterForm form) => form switch
    {
        RetryAfterForm.DecimalSeconds => wait.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),
        RetryAfterForm.Zero => "0",
        RetryAfterForm.HttpDate => RoundUp(time.GetUtcNow() + wait).ToString("R", CultureInfo.InvariantCulture),
        _ => Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture),
    };

    private static DateTimeOffset RoundUp(DateTimeOffset date)
        => new((date.UtcTicks + TimeSpan.TicksPerSecond - 1) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    private static string CodeOf(int status) => status switch
    {
        400 => "invalidRequest",
        401 => "InvalidAuthenticationToken",
        403 => "accessDenied",
        404 => "itemNotFound",
        409 => "nameAlreadyExists",
        410 => "resyncRequired",
        412 => "resourceModified",
        416 => "invalidRange",
        423 => "notAllowed",
        429 => "activityLimitReached",
        501 => "notSupported",
        503 or 509 => "serviceNotAvailable",
        507 => "quotaLimitReached",
        _ => "generalException",
    };
}
