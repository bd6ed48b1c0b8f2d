namespace OneDrive.Sdk.LiveTests.Checks;

internal static class ConflictChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("a name that is taken is a conflict", async context =>
        {
            await context.UploadAsync(context.Folder.Child("taken.bin"), LiveFiles.Bytes(100));
            var small = await CheckContext.RequireThrowsAsync<ItemConflictException>(
                () => context.UploadAsync(context.Folder.Child("taken.bin"), LiveFiles.Bytes(200)));
            var large = await CheckContext.RequireThrowsAsync<ItemConflictException>(
                () => context.UploadAsync(context.Folder.Child("taken.bin"), LiveFiles.Bytes(LiveFiles.LargeSize)));

            context.Observe("error code of a simple upload", small.ErrorCode);
            context.Observe("error code of a session", large.ErrorCode);
        }),
        new("a renamed upload keeps both files", async context =>
        {
            foreach (var size in new[] { 300, LiveFiles.LargeSize })
            {
                var result = await context.UploadAsync(
                    context.Folder.Child("taken.bin"), LiveFiles.Bytes(size), new UploadOptions { Conflict = ConflictBehavior.Rename });
                CheckContext.Require(result.Item.Name != "taken.bin" && result.Item.Size == size, "It was not renamed.");
                context.Observe($"new name at {size} bytes", result.Item.Name);
            }
        }),
        new("a changed file is not overwritten with If-Match", async context =>
        {
            var file = context.Folder.Child("matched.bin");
            var first = await context.UploadAsync(file, LiveFiles.Bytes(100));
            await context.UploadAsync(file, LiveFiles.Bytes(200), new UploadOptions { Conflict = ConflictBehavior.Replace });
            var failure = await CheckContext.RequireThrowsAsync<PreconditionFailedException>(() => context.UploadAsync(
                file, LiveFiles.Bytes(300), new UploadOptions { Conflict = ConflictBehavior.Replace, IfMatch = first.Item.ETag }));

            context.Observe("error code", failure.ErrorCode);
        }),
    ];
}
