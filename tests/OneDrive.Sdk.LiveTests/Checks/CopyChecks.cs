namespace OneDrive.Sdk.LiveTests.Checks;

internal static class CopyChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("a file is copied", async context =>
        {
            var copy = await context.Client.Items.StartCopyAsync(
                context.Folder.Child("large.bin"), context.Folder, new CopyItemOptions { NewName = "copy.bin" }, context.Cancellation);
            var item = await copy.WaitAsync(cancellationToken: context.Cancellation);

            CheckContext.Require(item.Name == "copy.bin" && item.Size == LiveFiles.LargeSize, "The copy differs.");
        }),
        new("a copy onto a taken name fails with a code", async context =>
        {
            var failure = await CheckContext.RequireThrowsAsync<OneDriveException>(async () =>
            {
                var copy = await context.Client.Items.StartCopyAsync(
                    context.Folder.Child("large.bin"), context.Folder, new CopyItemOptions { NewName = "taken.bin" }, context.Cancellation);
                await copy.WaitAsync(cancellationToken: context.Cancellation);
            });

            context.Observe("exception", failure.GetType().Name);
        }),
    ];
}
