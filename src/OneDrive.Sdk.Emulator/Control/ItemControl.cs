using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>Fills drives, and shows what clients left in them.</summary>
internal sealed class ItemControl(OneDriveEmulator emulator, OwnerLookup owners, ContentStore store) : IControlOperations
{
    private const int LongestPage = 10_000;

    public IEnumerable<ControlOperation> Operations =>
    [
        new("GET", "drives/{drive}/items", "listItems", "Lists a folder, with sizes and versions.", ListAsync)
        {
            Parameters = ["path", "recursive", "limit", "offset"], Result = "ItemPage",
        },
        new("GET", "drives/{drive}/item", "getItem", "Shows a file or folder.", (request, _) => ControlJson.DoneAsync(
            Answer.Json(200, Read(request, item => ItemJson.Write(item)))))
        {
            Parameters = ["path"], Result = "Item",
        },
        new("DELETE", "drives/{drive}/item", "deleteItem", "Deletes a file or folder, as another user would.", (request, _) =>
        {
            Drive(request).Delete(PathOf(request));
            return ControlJson.NothingAsync();
        })
        {
            Parameters = ["path"], Status = 204,
        },
        new("PUT", "drives/{drive}/content", "putContent", "Adds a file to a drive, and creates its parent folders.", PutAsync)
        {
            Parameters = ["path"], RawBody = "application/octet-stream", Status = 201, Result = "Item",
        },
        new("GET", "drives/{drive}/content", "getContent", "Downloads the stored content of a file.", (request, _) =>
            ControlJson.DoneAsync(Download(request)))
        {
            Parameters = ["path"], Result = "Bytes", ResultType = "application/octet-stream",
        },
        new("POST", "drives/{drive}/folders", "addFolder", "Creates a folder and its parent folders.", (request, _) =>
        {
            var path = request.Body.GetText("path")!;
            Drive(request).WithFolder(path);
            return ControlJson.DoneAsync(Answer.Json(201, Read(request, path, item => ItemJson.Write(item))));
        })
        {
            Body = "NewFolder", Status = 201, Result = "Item",
        },
        new(
            "POST",
            "drives/{drive}/describeContent",
            "describeContent",
            "Reports another size and hash for a file than its content has, until the content changes.",
            (request, _) =>
            {
                var (body, path) = (request.Body, request.Body.GetText("path")!);
                Drive(request).DescribeContent(
                    path, body.GetInteger("size") ?? 0, body.GetText("quickXorHash"), body.GetText("sha1Hash"));
                return ControlJson.DoneAsync(Answer.Json(200, Read(request, path, item => ItemJson.Write(item))));
            })
        {
            Body = "NewContentDescription", Result = "Item",
        },
        new("POST", "drives/{drive}/infect", "infect", "Marks a file as malware until its content changes: downloads return "
            + "403.", (request, _) =>
        {
            var path = request.Body.GetText("path")!;
            Drive(request).Infect(path);
            return ControlJson.DoneAsync(Answer.Json(200, Read(request, path, item => ItemJson.Write(item))));
        })
        {
            Body = "ItemPath", Result = "Item",
        },
    ];

    private EmulatorDrive Drive(ControlRequest request) => emulator.GetDrive(owners.Get(request["drive"]).Drive.Id);

    private static string PathOf(ControlRequest request) => request.Parameter("path")?.Trim('/') is { Length: > 0 } path
        ? path
        : throw GraphError.InvalidRequest("The parameter 'path' does not identify an item. Use a path below the root, such as "
            + "path=Reports/2024.xlsx.");

    private T Read<T>(ControlRequest request, Func<ItemNode, T> read) => Read(request, request.Parameter("path") ?? string.Empty, read);

    private T Read<T>(ControlRequest request, string path, Func<ItemNode, T> read)
    {
        var drive = owners.Get(request["drive"]).Drive;
        lock (drive.Gate)
        {
            return DriveState.FindByPath(drive.Root, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) is { } item
                ? read(item)
                : throw new GraphError(404, "itemNotFound", $"The drive does not contain '{path}'.");
        }
    }

    private Task<Answer> ListAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var isRecursive = request.Flag("recursive");
        var (limit, offset) = ((int)request.Number("limit", 200, 1, LongestPage), (int)request.Number("offset", 0, 0, int.MaxValue));
        return ControlJson.DoneAsync(Answer.Json(200, Read(request, folder =>
        {
            var items = isRecursive ? folder.SelfAndDescendants().Skip(1) : folder.ListChildren();
            return new JsonObject
            {
                ["path"] = folder.GetPath(),
                ["total"] = isRecursive ? items.Count() : folder.ChildCount,
                ["offset"] = offset,
                ["value"] = new JsonArray([.. items.Skip(offset).Take(limit).Select(item => (JsonNode)ItemJson.Write(item))]),
            };
        })));
    }

    private async Task<Answer> PutAsync(ControlRequest request, CancellationToken cancellationToken)
    {
        var path = PathOf(request);
        var drive = owners.Get(request["drive"]).Drive;
        using var writer = store.Create(request.Exchange.Request.ContentLength, drive.Type);
        writer.BeginFragment();
        var buffer = new byte[64 * 1024];
        int read;
        while ((read = await request.Exchange.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
        }

        await writer.AcceptFragmentAsync(cancellationToken).ConfigureAwait(false);
        emulator.GetDrive(drive.Id).Keep(path, writer.Finish());
        return Answer.Json(201, Read(request, path, item => ItemJson.Write(item)));
    }

    // A file may hold a page that was made to be opened here: it is handed out as bytes only, and could do nothing if it were shown.
    private Answer Download(ControlRequest request)
    {
        var path = PathOf(request);
        var stream = Read(request, path, item => item.Content?.TryOpenRead())
            ?? throw new GraphError(404, "itemNotFound", $"'{path}' is a folder, or its content was discarded.");
        return new Answer(200)
        {
            Content = new ContentSlice(stream, 0, stream.Length),
            Headers =
            {
                ["Content-Type"] = "application/octet-stream",
                ["Content-Disposition"] = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(path.Split('/')[^1])}",
                ["Content-Security-Policy"] = "sandbox; default-src 'none'",
            },
        };
    }
}
