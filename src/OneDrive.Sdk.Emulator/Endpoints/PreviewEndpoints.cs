using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Previews of files of business drives: https://learn.microsoft.com/graph/api/driveitem-preview.</summary>
internal sealed class PreviewEndpoints(ItemResolver resolver) : IEndpointRoutes
{
    public Route? Match(Exchange request, GraphPath path, string method)
        => method == "POST" && path is { Resource: GraphResource.Item, Tail: [var verb] }
            && verb.Equals("preview", StringComparison.OrdinalIgnoreCase)
            ? new(EmulatorOperation.GetPreview, (exchange, token) => GetAsync(exchange, path, token))
            : null;

    private async Task<Answer> GetAsync(Exchange exchange, GraphPath path, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (drive.Type == EmulatorDriveType.Personal)
        {
            throw new GraphError(501, "notSupported", "Personal drives do not support previews.");
        }

        lock (drive.Gate)
        {
            var item = resolver.GetItemToRead(exchange, drive, path.Item!);
            if (item.IsFolder)
            {
                throw GraphError.InvalidRequest("A folder does not have a preview.");
            }

            // The page is a number or a name.
            var page = body.TryGetProperty("page", out var value) && value.ValueKind is not JsonValueKind.Null ? value.ToString() : "1";
            var zoom = body.TryGetProperty("zoom", out var factor)
                && factor.ValueKind is JsonValueKind.Number
                && factor.TryGetDouble(out var number)
                    ? number
                    : 1;
            var query = string.Create(
                CultureInfo.InvariantCulture, $"id={Uri.EscapeDataString(item.Id)}&page={Uri.EscapeDataString(page)}&zoom={zoom}");
            return Answer.Json(200, new JsonObject
            {
                ["getUrl"] = $"{exchange.BaseUrl}/{drive.WebUrlPath}/_layouts/15/embed.aspx?{query}",
                ["postUrl"] = $"{exchange.BaseUrl}/{drive.WebUrlPath}/_layouts/15/embed.aspx",
                ["postParameters"] = query,
            });
        }
    }
}
