namespace OneDrive.Sdk.LiveTests.Checks;

internal static class DeltaChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("changes since a checkpoint are seen", async context =>
        {
            var root = DriveAddress.Default.Root;
            var checkpoint = await context.Client.Changes.GetLatestCheckpointAsync(root, cancellationToken: context.Cancellation);
            await context.UploadAsync(context.Folder.Child("changed.bin"), LiveFiles.Bytes(123));

            var found = false;
            await foreach (var page in context.Client.Changes.ReadAsync(root, checkpoint, cancellationToken: context.Cancellation))
            {
                found |= page.Items.Any(item => item.Name == "changed.bin");
            }

            CheckContext.Require(found, "The new file is not among the changes.");
        }),
        new("a deletion is seen", async context =>
        {
            var root = DriveAddress.Default.Root;
            var file = await context.UploadAsync(context.Folder.Child("doomed.bin"), LiveFiles.Bytes(12));
            var checkpoint = await context.Client.Changes.GetLatestCheckpointAsync(root, cancellationToken: context.Cancellation);
            await context.Client.Items.DeleteAsync(file.Item.Address, cancellationToken: context.Cancellation);

            var found = false;
            await foreach (var page in context.Client.Changes.ReadAsync(root, checkpoint, cancellationToken: context.Cancellation))
            {
                found |= page.Items.Any(item => item.Id == file.Item.Id && item.Deleted is not null);
            }

            CheckContext.Require(found, "The deletion is not among the changes.");
        }),
    ];
}
