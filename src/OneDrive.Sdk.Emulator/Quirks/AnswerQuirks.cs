using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator;

/// <summary>The quirks of what is said, after the work was done.</summary>
internal static partial class AnswerQuirks
{
    public static void Apply(QuirkPlan plan, Exchange exchange, EmulatorOperation operation, Answer answer)
    {
        if (plan.IsIdle || answer.Status is not (200 or 201) || answer.Body is not { Length: > 0 } body)
        {
            return;
        }

        var enabled = plan.EnabledFor(exchange.DriveIds);
        if (operation is EmulatorOperation.GetDrive && enabled.Contains(EmulatorQuirk.QuotasAreZero))
        {
            answer.Body = Change(body, json => json["quota"] = new JsonObject { ["total"] = 0, ["used"] = 0, ["remaining"] = 0 });
        }

        if (operation is EmulatorOperation.ReadChanges && enabled.Contains(EmulatorQuirk.ChangesComeTwice))
        {
            answer.Body = Change(body, RepeatTheFirst);
        }

        if (enabled.Contains(EmulatorQuirk.TimesAreWholeSeconds))
        {
            answer.Body = Encoding.UTF8.GetBytes(Fractions().Replace(Encoding.UTF8.GetString(answer.Body!), "${time}Z\""));
        }
    }

    private static void RepeatTheFirst(JsonObject json)
    {
        if (json["value"] is JsonArray { Count: > 0 } items)
        {
            items.Add(items[0]!.DeepClone());
        }
    }

    private static byte[] Change(byte[] body, Action<JsonObject> change)
    {
        var json = JsonNode.Parse(body)!.AsObject();
        change(json);
        return JsonText.ToBytes(json);
    }

    [GeneratedRegex(@"(?<time>""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.\d+Z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fractions();
}
