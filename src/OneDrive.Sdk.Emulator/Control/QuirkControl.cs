using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Switches quirks on and off, by number or by name, one by one or as a nasty day.</summary>
internal sealed class QuirkControl(QuirkPlan quirks)
{
    public Answer List() => Answer.Json(200, new JsonArray([.. Enum.GetValues<EmulatorQuirk>().Select(quirk => (JsonNode)new JsonObject
    {
        ["number"] = (int)quirk,
        ["name"] = quirk.ToString(),
        ["nastyDay"] = QuirkPlan.IsOfANastyDay(quirk),
        ["enabled"] = quirks.IsEnabled(quirk),
    })]));

    public async Task<Answer> EnableAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var json = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (json.GetText("profile") is { } profile)
        {
            _ = profile is "nasty-day"
                ? quirks.EnableNastyDay()
                : throw GraphError.InvalidRequest($"'{profile}' is not a profile of quirks: nasty-day.");
        }

        if (json.TryGetProperty("quirks", out var list) && list.ValueKind == JsonValueKind.Array)
        {
            quirks.Enable([.. list.EnumerateArray().Select(item => Read(item.ToString()))]);
        }

        return List();
    }

    public Answer Enable(string name)
    {
        quirks.Enable(Read(Uri.UnescapeDataString(name)));
        return Answer.Empty(204);
    }

    public Answer Disable(string name)
    {
        quirks.Disable(Read(Uri.UnescapeDataString(name)));
        return Answer.Empty(204);
    }

    public Answer Clear()
    {
        quirks.Clear();
        return Answer.Empty(204);
    }

    private static EmulatorQuirk Read(string text) => QuirkPlan.Parse(text)
        ?? throw GraphError.InvalidRequest(string.Create(
            CultureInfo.InvariantCulture,
            $"'{text}' is not a quirk: {string.Join(", ", Enum.GetValues<EmulatorQuirk>().Select(quirk => $"{(int)quirk} {quirk}"))}."));
}
