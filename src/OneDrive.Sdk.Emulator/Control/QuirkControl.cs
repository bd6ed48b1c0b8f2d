using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Control.OpenApi;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Enables and disables quirks, by number or name, individually or as a nasty day, for all drives or for one.</summary>
internal sealed class QuirkControl(QuirkPlan quirks, OwnerLookup owners, ControlSchemas schemas) : IControlOperations
{
    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "quirks", "listQuirks", "Lists the quirks, and which of them are enabled.", (request, _) =>
            ControlJson.DoneAsync(List(request)))
        {
            Parameters = ["owner"], Result = "Quirk[]",
        },
        new("POST", "quirks", "enableQuirks", "Enables quirks in addition to those that are enabled already.", EnableAsync)
        {
            Parameters = ["owner"], Body = "QuirkSwitch", Result = "Quirk[]",
        },
        new("DELETE", "quirks", "disableQuirks", "Disables all quirks, of one owner or of all.", (request, _) =>
        {
            if (DriveOf(request) is { } drive)
            {
                quirks.Set(drive, []);
            }
            else
            {
                quirks.Clear();
            }

            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
        new("PUT", "quirks/{quirk}", "enableQuirk", "Enables a quirk.", (request, _) =>
        {
            Change(request, enabled => [.. enabled, Read(request["quirk"])]);
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
        new("DELETE", "quirks/{quirk}", "disableQuirk", "Disables a quirk.", (request, _) =>
        {
            Change(request, enabled => [.. enabled.Except([Read(request["quirk"])])]);
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["owner"], Status = 204,
        },
        new("GET", "quirks/schema", "getQuirkSchema", "Returns the JSON schema of the POST body.", (_, _) =>
            ControlJson.DoneAsync(Answer.Json(200, schemas.Standalone("QuirkSwitch")).With("Content-Type", "application/schema+json")))
        {
            Result = "JsonSchema", ResultType = "application/schema+json",
        },
    ];

    private string? DriveOf(ControlRequest request) => owners.Find(request)?.Drive.Id;

    private Answer List(ControlRequest request)
    {
        var enabled = quirks.Of(DriveOf(request));
        return ControlJson.List(Enum.GetValues<EmulatorQuirk>(), quirk => new JsonObject
        {
            ["number"] = (int)quirk,
            ["name"] = quirk.ToString(),
            ["description"] = QuirkDescriptions.Of(quirk),
            ["nastyDay"] = QuirkPlan.IsOfANastyDay(quirk),
            ["enabled"] = enabled.Contains(quirk),
        });
    }

    private Task<Answer> EnableAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        List<EmulatorQuirk> wanted = [];
        if (request.Body.GetText("profile") is not null)
        {
            wanted.AddRange(QuirkPlan.NastyDay);
        }

        if (request.Body.TryGetProperty("quirks", out var list))
        {
            wanted.AddRange(list.EnumerateArray().Select(item => Read(item.ToString())));
        }

        Change(request, enabled => [.. enabled, .. wanted]);
        return ControlJson.DoneAsync(List(request));
    }

    private void Change(ControlRequest request, Func<IReadOnlyList<EmulatorQuirk>, EmulatorQuirk[]> change)
    {
        var drive = DriveOf(request);
        quirks.Set(drive, change(quirks.Of(drive)));
    }

    private static EmulatorQuirk Read(string text) => QuirkPlan.Parse(text)
        ?? throw GraphError.InvalidRequest(string.Create(
            CultureInfo.InvariantCulture,
            $"'{text}' is not a quirk.{ControlRequest.Suggest(text, Enum.GetNames<EmulatorQuirk>())} Quirks: ")
            + string.Join(", ", Enum.GetValues<EmulatorQuirk>().Select(quirk => $"{(int)quirk} {quirk}")) + ".");
}
