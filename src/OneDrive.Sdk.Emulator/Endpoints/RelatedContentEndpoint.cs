using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// A file and what is known of it in one body, of exactly two parts; supported on personal drives only:
/// https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_post_content.
/// </summary>
internal sealed class RelatedContentEndpoint(ItemResolver resolver, ItemRenderer renderer, EmulatorOptions options) : IEndpointRoutes
{
    private const string MediaType = "multipart/related";

    // https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1
    private const int LongestBoundary = 70;

    /// <summary>The route of such a body; null when the request has another one.</summary>
    public Route? Match(Exchange request, GraphPath path, string method) =>
        path is { Resource: GraphResource.Item, Tail: [var verb] }
        && method == "POST"
        && verb.Equals("children", StringComparison.OrdinalIgnoreCase)
        && FindBoundary(request) is { } boundary
            ? new(EmulatorOperation.PostContent, (exchange, cancellationToken) => PostAsync(exchange, path, boundary, cancellationToken))
            : null;

    private async Task<Answer> PostAsync(Exchange exchange, GraphPath path, string boundary, CancellationToken cancellationToken)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        if (drive.Type != EmulatorDriveType.Personal)
        {
            throw new GraphError(501, "notSupported", "Only personal drives accept a file and its metadata in one body.");
        }

        var (metadata, bytes) = await ReadPartsAsync(exchange, boundary, cancellationToken).ConfigureAwait(false);
        var name = metadata.GetText("name") ?? throw GraphError.InvalidRequest("A name is required.");
        var conflict = ItemQuery.GetConflict(metadata, ConflictBehavior.Fail);
        var times = metadata.GetObject("fileSystemInfo");
        lock (drive.Gate)
        {
            var parent = resolver.GetItem(exchange, drive, path.Item!);
            var (file, _) = drive.PutFile(parent, name, StoredContent.Of(bytes), conflict, exchange.Actor);
            file.Apply(times?.GetDate("createdDateTime"), times?.GetDate("lastModifiedDateTime"), metadata.GetText("description"));
            return Answer.Json(201, renderer.RenderAnswer(drive, file, exchange.BaseUrl));
        }
    }

    private async Task<(JsonElement Metadata, byte[] Content)> ReadPartsAsync(
        Exchange exchange, string boundary, CancellationToken cancellationToken)
    {
        if (boundary.Length is 0 or > LongestBoundary)
        {
            throw GraphError.InvalidRequest("The boundary of the parts is not valid.");
        }

        try
        {
            return await ReadAsync(exchange, boundary, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw GraphError.InvalidRequest("The parts of the body cannot be read.");
        }
    }

    private async Task<(JsonElement Metadata, byte[] Content)> ReadAsync(
        Exchange exchange, string boundary, CancellationToken cancellationToken)
    {
        var reader = new MultipartReader(boundary, exchange.Body) { BodyLengthLimit = options.MaxSimpleUploadSize };
        var metadata = await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false);
        if (metadata is null || IdOf(metadata) != "metadata")
        {
            throw GraphError.InvalidRequest("The first part must be <metadata>.");
        }

        var json = await JsonText.ReadObjectAsync(metadata.Body, cancellationToken).ConfigureAwait(false);
        var content = await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false);
        if (content is null || json.GetText("@microsoft.graph.sourceUrl") != $"cid:{IdOf(content)}")
        {
            throw GraphError.InvalidRequest("The source URL of the metadata must refer to the second part.");
        }

        using var bytes = new MemoryStream();
        await content.Body.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return await reader.ReadNextSectionAsync(cancellationToken).ConfigureAwait(false) is null
            ? (json, bytes.ToArray())
            : throw GraphError.InvalidRequest("The body must have exactly two parts.");
    }

    private static string? IdOf(MultipartSection part) => part.Headers?["Content-ID"].ToString().Trim('<', '>');

    private static string? FindBoundary(Exchange exchange) =>
        MediaTypeHeaderValue.TryParse(exchange.Header("Content-Type"), out var type)
        && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
}
