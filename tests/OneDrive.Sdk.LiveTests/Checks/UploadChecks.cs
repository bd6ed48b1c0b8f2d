namespace OneDrive.Sdk.LiveTests.Checks;

internal static class UploadChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("an empty file goes up", async context =>
        {
            var result = await context.UploadAsync(context.Folder.Child("empty.bin"), []);

            CheckContext.Require(result.Item.Size == 0, "The file is not empty.");
            context.Observe("integrity", result.Integrity);
            context.Observe("quickXorHash", result.Item.File?.Hashes?.QuickXorHash is not null);
        }),
        new("a small file goes up in one request", async context =>
        {
            var result = await context.UploadAsync(context.Folder.Child("small.bin"), LiveFiles.Bytes(1000));

            CheckContext.Require(result.Item.Size == 1000, "The size differs.");
            context.Observe("integrity", result.Integrity);
            context.Observe("drive type", result.Item.ParentReference?.DriveType);
        }),
        new("a large file goes up in fragments", async context =>
        {
            var result = await context.UploadAsync(context.Folder.Child("large.bin"), LiveFiles.Bytes(LiveFiles.LargeSize));

            CheckContext.Require(result.Item.Size == LiveFiles.LargeSize, "The size differs.");
            context.Observe("integrity", result.Integrity);
        }),
        new("a file of exactly one fragment more than the limit goes up", async context =>
        {
            var size = (int)new OneDriveTransferOptions().SingleRequestLimit + LiveFiles.FragmentSize;
            var result = await context.UploadAsync(context.Folder.Child("aligned.bin"), LiveFiles.Bytes(size, 2));

            CheckContext.Require(result.Item.Size == size, "The size differs.");
        }),
        new("times are kept", async context =>
        {
            var written = new DateTimeOffset(2020, 2, 29, 12, 34, 56, TimeSpan.Zero);
            var result = await context.UploadAsync(
                context.Folder.Child("times.bin"),
                LiveFiles.Bytes(LiveFiles.LargeSize, 3),
                new UploadOptions { Times = new FileSystemTimes { LastModified = written } });
            var item = await context.Client.Items.GetAsync(result.Item.Address, cancellationToken: context.Cancellation);

            CheckContext.Require(item.FileSystemInfo?.LastModifiedDateTime == written, "The time of the last change differs.");
        }),
        new("awkward names survive", async context =>
        {
            foreach (var name in new[] { "100% #1 + ü.txt", "o'hara's (copy).txt", "日本 😀.txt" })
            {
                var result = await context.UploadAsync(context.Folder.Child(name), LiveFiles.Bytes(10));
                CheckContext.Require(result.Item.Name == name, $"The service calls it '{result.Item.Name}'.");
            }
        }),
    ];
}
