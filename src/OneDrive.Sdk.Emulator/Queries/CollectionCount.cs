using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>/$count behind a collection: how many entries there are, as plain text.</summary>
internal static class CollectionCount
{
    public static Route Of(Route list) => list with
    {
        Handler = async (exchange, cancellationToken) =>
        {
            exchange.IsCounting = true;
            return Render(await list.Handler(exchange, cancellationToken).ConfigureAwait(false));
        },
    };

    private static Answer Render(Answer list)
        => list is { Status: 200, Body: { } body } && JsonNode.Parse(body)?["@odata.count"] is { } count
            ? new Answer(200)
            {
                Headers = { ["Content-Type"] = "text/plain; charset=utf-8" },
                Body = Encoding.ASCII.GetBytes(count.ToJsonString()),
            }
            : throw QueryErrors.Invalid("/$count is not supported here: the address does not identify a collection.");
}
