using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.LiveTests.Checks;

/// <summary>Files of kinds that the service changes, as the folder that the user names has them. They are read, never changed.</summary>
internal static class RewrittenFileChecks
{
    internal static IReadOnlyList<Check> All { get; } =
    [
        new("a HEIC photo of the folder comes down", context => DownloadFirstAsync(context, ".heic", ".heif")),
        new("an Office file of the folder comes down", context => DownloadFirstAsync(context, ".docx", ".xlsx", ".pptx")),
    ];

    private static async Task DownloadFirstAsync(CheckContext context, params string[] extensions)
    {
        if (await FindAsync(context, extensions) is not { } file)
        {
            context.Skip($"the folder has no file that ends in {string.Join(" or ", extensions)}");
            return;
        }

        using var content = new MemoryStream();
        var result = await context.Client.Content.DownloadAsync(file.Address, content, cancellationToken: context.Cancellation);
        context.Observe("integrity", result.Integrity);
        context.Observe("length equals size", content.Length == file.Size);
    }

    private static async Task<DriveItem?> FindAsync(CheckContext context, string[] extensions)
    {
        await foreach (var item in context.Client.Items.ListChildrenAsync(context.Target.Parent).WithCancellation(context.Cancellation))
        {
            if (item.File is not null && extensions.Contains(Path.GetExtension(item.Name), StringComparer.OrdinalIgnoreCase))
            {
                return item;
            }
        }

        return null;
    }
}
