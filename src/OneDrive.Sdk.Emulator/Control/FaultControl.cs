using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Faults;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Declares, lists and removes faults.</summary>
internal sealed class FaultControl(FaultPlan faults)
{
    public Answer List() => Answer.Json(200, Render(faults.ToList()));

    public async Task<Answer> AddAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var json = await JsonText.ReadAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        var added = FaultJson.ReadAll(json);
        foreach (var fault in added)
        {
            faults.Add(fault);
        }

        return Answer.Json(201, json.ValueKind == System.Text.Json.JsonValueKind.Object && added.Count == 1
            ? FaultJson.Write(added[0])
            : Render(added));
    }

    public Answer Clear()
    {
        faults.Clear();
        return Answer.Empty(204);
    }

    private static JsonArray Render(IEnumerable<Fault> list) => new([.. list.Select(fault => (JsonNode)FaultJson.Write(fault))]);
}
