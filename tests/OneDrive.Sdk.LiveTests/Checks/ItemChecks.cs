using System.Text.Json;

namespace OneDrive.Sdk.LiveTests.Checks;

internal static class ItemChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("a file has the members that the emulator shows", async context =>
        {
            var item = await context.Client.Items.GetAsync(context.Folder.Child("large.bin"), cancellationToken: context.Cancellation);
            var drive = item.ParentReference?.DriveId;
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"drives/{drive}/items/{item.Id}", UriKind.Relative));
            using var response = await context.Client.SendAsync(request, context.Cancellation);
            await using var body = await response.Content.ReadAsStreamAsync(context.Cancellation);
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: context.Cancellation);

            context.Observe("members", string.Join(
                ' ', json.RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal)));
            context.Observe("media type", response.Content.Headers.ContentType?.MediaType);
            context.Observe("eTag is quoted", item.ETag?.StartsWith('"'));
        }),
        new("a missing item is not found", async context =>
        {
            CheckContext.Require(
                await context.Client.Items.FindAsync(context.Folder.Child("missing"), cancellationToken: context.Cancellation) is null,
                "It was found.");
            var failure = await CheckContext.RequireThrowsAsync<ItemNotFoundException>(
                () => context.Client.Items.GetAsync(context.Folder.Child("missing"), cancellationToken: context.Cancellation));
            context.Observe("error code", failure.ErrorCode);
        }),
        new("a folder lists in pages", async context =>
        {
            var names = new List<string?>();
            var pages = 0;
            await foreach (var page in context.Client.Items.ListChildrenAsync(
                context.Folder, new ListChildrenOptions { PageSize = 3 }).AsPagesAsync(cancellationToken: context.Cancellation))
            {
                pages++;
                names.AddRange(page.Items.Select(item => item.Name));
            }

            CheckContext.Require(names.Contains("large.bin"), "A name is missing.");
            CheckContext.Require(names.Distinct(StringComparer.Ordinal).Count() == names.Count, "A name comes twice.");
            context.Observe("pages are as small as asked", pages >= names.Count / 3);
        }),
        new("a folder is created, renamed, moved and deleted", async context =>
        {
            await context.Client.Items.CreateFolderAsync(context.Folder, "one", cancellationToken: context.Cancellation);
            await context.Client.Items.CreateFolderAsync(context.Folder, "two", cancellationToken: context.Cancellation);
            var renamed = await context.Client.Items.UpdateAsync(
                context.Folder.Child("one"), new ItemChanges { Name = "eins" }, cancellationToken: context.Cancellation);
            await context.Client.Items.MoveAsync(
                renamed.Address, context.Folder.Child("two"), cancellationToken: context.Cancellation);
            var folder = context.Folder.Child("two");
            CheckContext.Require(
                await context.Client.Items.ExistsAsync(folder.Child("eins"), context.Cancellation), "The folder is not there.");
            await context.Client.Items.DeleteAsync(folder, cancellationToken: context.Cancellation);
            CheckContext.Require(!await context.Client.Items.ExistsAsync(folder, context.Cancellation), "It was not deleted.");
        }),
        new("a file has versions", async context =>
        {
            var file = context.Folder.Child("versions.bin");
            await context.UploadAsync(file, LiveFiles.Bytes(100, 7));
            await context.UploadAsync(file, LiveFiles.Bytes(200, 8), new UploadOptions { Conflict = ConflictBehavior.Replace });
            var count = 0;
            await foreach (var version in context.Client.Versions.ListAsync(file).WithCancellation(context.Cancellation))
            {
                count += version.Id is null ? 0 : 1;
            }

            CheckContext.Require(count >= 1, "It has no version.");
            context.Observe("versions after two uploads", count);
        }),
    ];
}
