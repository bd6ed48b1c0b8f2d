using System.Globalization;
using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Support.Json;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>The bytes of files.</summary>
internal static class ContentRows
{
    private static readonly string[] Conflict = ["@microsoft.graph.conflictBehavior"];

    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{item}/content", (client, r) => client.Content.DownloadAsync(
            r.Item,
            Stream.Null,
            new()
            {
                Format = r.Request.Parameter("format") is { } format ? DocumentedAddress.Plain(format) : null,
                Width = Number(r, "width"),
                Height = Number(r, "height"),
            })),
        new("PUT", "{item}/content", (client, r) => client.Content.UploadAsync(
            r.Item,
            new MemoryStream(Encoding.UTF8.GetBytes(r.Request.Text ?? "text")),
            new()
            {
                Conflict = r.Conflict ?? ConflictBehavior.Replace,
                IfMatch = r.IfMatch,
                IfNoneMatch = r.IfNoneMatch,
                ContentType = r.Request.Headers.GetValueOrDefault("Content-Type"),
            }))
        {
            Defaults = Conflict,
        },
        new("POST", "{item}/children", (client, r) =>
        {
            var parts = RelatedParts.Of(r.Request.Headers["Content-Type"], r.Request.Text!);
            return client.Content.CreateFileAsync(
                r.Item,
                parts.Text("name") ?? "file.txt",
                Encoding.UTF8.GetBytes(parts.Content),
                new()
                {
                    Conflict = parts.Conflict ?? ConflictBehavior.Fail,
                    ContentType = parts.ContentType,
                    Description = parts.Text("description"),
                });
        })
        {
            When = request => RelatedParts.Has(request),
            Defaults = Conflict,
        },
        new("POST", "{item}/createUploadSession", (client, r) => client.Content.UploadAsync(
            r.Item, new GeneratedStream(SessionItem(r, "fileSize")?.GetInt64() ?? 16), new()
            {
                Conflict = r.Conflict ?? ConflictBehavior.Fail,
                IfMatch = r.IfMatch,
                IfNoneMatch = r.IfNoneMatch,
                Description = SessionItem(r, "description")?.GetString(),
                Times = ItemRows.Times(SessionItem(r, "fileSystemInfo")),
                CheckQuota = SessionItem(r, "fileSize") is not null,
                Source = SessionItem(r, "driveItemSource") is { } source ? ModelText.Read<DriveItemSource>(source.GetRawText()) : null,
                Media = SessionItem(r, "mediaSource") is { } media ? ModelText.Read<MediaSource>(media.GetRawText()) : null,
                DeferCommit = r.Request.BodyFlag("deferCommit") ?? false,
                ResumeKey = r.Request.BodyFlag("deferCommit") is true ? "key" : null,
            }))
        {
            Defaults = Conflict,
            Configure = (_, options) => options.Transfers.SingleRequestLimit = 1,
        },
    ];

    private static int? Number(Documented r, string name) =>
        int.TryParse(r.Request.Parameter(name), CultureInfo.InvariantCulture, out var number) ? number : null;

    private static JsonElement? SessionItem(Documented r, string name) =>
        r.Request.BodyPart("item") is { } item && item.TryGetProperty(name, out var value) ? value : null;
}
