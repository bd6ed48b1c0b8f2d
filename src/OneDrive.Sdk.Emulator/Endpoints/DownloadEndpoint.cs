using System.Globalization;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The target of download URLs: no sign-in, whole files or one range of them.</summary>
internal sealed class DownloadEndpoint(DirectoryState directory, DownloadUrls downloads, EmulatorOptions options)
{
    public Answer Get(Exchange exchange)
    {
        if (options.RefuseAuthorizationOnAnonymousUrls && exchange.HasAuthorization)
        {
            throw new GraphError(401, "unauthenticated", "A download URL must be used without an Authorization header.");
        }

        var driveId = exchange.Query["DriveId"] ?? string.Empty;
        var itemId = exchange.Query["UniqueId"] ?? string.Empty;
        var part = exchange.Query[DownloadUrls.PartParameter];
        if (!downloads.IsGood(driveId, itemId, part ?? string.Empty, exchange.Query[DownloadUrls.SecretParameter]))
        {
            throw new GraphError(401, "unauthenticated", "The download URL is not valid or has expired.");
        }

        var drive = directory.FindDrive(driveId) ?? throw GraphError.ItemNotFound();
        lock (drive.Gate)
        {
            var item = drive.FindById(itemId) ?? throw GraphError.ItemNotFound();
            var content = GetContent(item, part) ?? throw GraphError.ItemNotFound();
            if (item.IsInfected)
            {
                throw new GraphError(403, "accessDenied", "The file contains malware.") { Headers = { ["X-Virus-Infected"] = "EICAR" } };
            }

            if (exchange.Header("If-None-Match") is { } ifNoneMatch && ItemQuery.Matches(ifNoneMatch, item))
            {
                return Answer.Empty(304).With("ETag", item.ETag);
            }

            return AddHeaders(Slice(exchange, item, content), item);
        }
    }

    /// <summary>The path of the file that is requested, so that faults and recordings can name it.</summary>
    public string? FindPath(Exchange exchange)
    {
        if (directory.FindDrive(exchange.Query["DriveId"] ?? string.Empty) is not { } drive)
        {
            return null;
        }

        lock (drive.Gate)
        {
            return drive.FindById(exchange.Query["UniqueId"] ?? string.Empty)?.GetPath();
        }
    }

    // An earlier version, or a thumbnail, which is a single pixel unless a custom one was set.
    private static StoredContent? GetContent(ItemNode item, string? part) => part?.Split(':', 2) switch
    {
        null => item.Content,
        ["version", var id] when id == item.History.CurrentId => item.Content,
        ["version", var id] => item.History.Earlier.FirstOrDefault(version => version.Id == id)?.Content,
        ["format", var format] => Conversions.Convert(item, format),
        _ => item.ThumbnailSource ?? StoredContent.Of(ThumbnailRenderer.Dot),
    };

    private static Answer Slice(Exchange exchange, ItemNode item, StoredContent content)
    {
        var range = exchange.Header("Range") is { } header
            && (exchange.Header("If-Range") is not { } ifRange || ItemQuery.Matches(ifRange, item))
            ? ByteRange.Parse(header, content.Length)
            : null;
        if (range is { IsSatisfiable: false })
        {
            return Answer.Empty(416).With("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes */{content.Length}"));
        }

        var source = content.TryOpenRead()
            ?? throw new GraphError(410, "itemNotFound", "The content is not available, because EmulatorOptions.DiscardContent is set.");
        return range is null
            ? new Answer(200) { Content = new ContentSlice(source, 0, content.Length) }
            : new Answer(206) { Content = new ContentSlice(source, range.First, range.Length) }
                .With("Content-Range", string.Create(CultureInfo.InvariantCulture, $"bytes {range.First}-{range.Last}/{content.Length}"));
    }

    private static Answer AddHeaders(Answer answer, ItemNode item) => answer
        .With("Accept-Ranges", "bytes")
        .With("ETag", item.ETag)
        .With("Last-Modified", item.Modified.ToString("R", CultureInfo.InvariantCulture))
        .With("Content-Type", MimeTypes.Of(item.Name))
        .With("Content-Disposition", $"attachment; filename*=UTF-8''{Uri.EscapeDataString(item.Name)}");
}
