using System.Text;

namespace OneDrive.Sdk.LiveTests.Checks;

internal static class DownloadChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("every byte comes back", async context =>
        {
            using var content = new MemoryStream();
            var result = await context.Client.Content.DownloadAsync(
                context.Folder.Child("large.bin"), content, cancellationToken: context.Cancellation);

            CheckContext.Require(content.ToArray().AsSpan().SequenceEqual(LiveFiles.Bytes(LiveFiles.LargeSize)), "The content differs.");
            context.Observe("integrity", result.Integrity);
        }),
        new("a file appears whole", async context =>
        {
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            try
            {
                await context.Client.Content.DownloadFileAsync(
                    context.Folder.Child("large.bin"), path, cancellationToken: context.Cancellation);
                CheckContext.Require(new FileInfo(path).Length == LiveFiles.LargeSize, "The length differs.");
                CheckContext.Require(!File.Exists(path + ".partial"), "A .partial file is left.");
            }
            finally
            {
                File.Delete(path);
            }
        }),
        new("ranges of a file can be read", async context =>
        {
            await using var stream = await context.Client.Content.OpenReadAsync(
                context.Folder.Child("large.bin"), cancellationToken: context.Cancellation);
            var part = new byte[1000];
            stream.Position = 4_000_000;
            await stream.ReadExactlyAsync(part, context.Cancellation);

            CheckContext.Require(
                part.AsSpan().SequenceEqual(LiveFiles.Bytes(LiveFiles.LargeSize).AsSpan(4_000_000, 1000)), "The range differs.");
        }),
        new("an empty file comes down", async context =>
            CheckContext.Require((await context.DownloadAsync(context.Folder.Child("empty.bin"))).Length == 0, "It is not empty.")),
        new("text is read as text", async context =>
        {
            await context.UploadAsync(context.Folder.Child("text.txt"), Encoding.UTF8.GetBytes("Grüße"));
            var text = await context.Client.Content.ReadAsStringAsync(
                context.Folder.Child("text.txt"), cancellationToken: context.Cancellation);

            CheckContext.Require(text == "Grüße", "The text differs.");
        }),
    ];
}
