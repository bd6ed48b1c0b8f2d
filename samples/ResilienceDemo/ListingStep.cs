using System.Globalization;
using OneDrive.Sdk;
using OneDrive.Sdk.Models;
using Spectre.Console;

namespace ResilienceDemo;

/// <summary>Lists the remote folder and compares names and sizes with what was sent.</summary>
internal static class ListingStep
{
    private const int MostLines = 12;

    internal static async Task RunAsync(
        Service service, IReadOnlyList<SourceFile> files, Summary summary, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        await CollectAsync(service.Client, service.Remote.RootAddress, "", found, cancellationToken);
        AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"On the drive: {found.Count} file(s)");
        foreach (var (path, size) in found.OrderBy(pair => pair.Key, StringComparer.Ordinal).Take(MostLines))
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  {Sizes.Text(size),10}  {path}");
        }

        if (found.Count > MostLines)
        {
            AnsiConsole.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  … and {found.Count - MostLines} more");
        }

        foreach (var file in files)
        {
            if (!found.TryGetValue(file.RelativePath, out var size) || size != file.Length)
            {
                summary.Failed($"{file.RelativePath}: not on the drive with its name and {file.Length} bytes");
            }
        }
    }

    private static async Task CollectAsync(
        IOneDriveClient client, ItemAddress folder, string prefix, Dictionary<string, long> found, CancellationToken cancellationToken)
    {
        var folders = new List<DriveItem>();
        await foreach (var item in client.Items.ListChildrenAsync(folder).WithCancellation(cancellationToken))
        {
            if (item.Folder is not null)
            {
                folders.Add(item);
            }
            else
            {
                found[prefix + item.Name] = item.Size ?? 0;
            }
        }

        foreach (var child in folders)
        {
            await CollectAsync(client, child.Address!, $"{prefix}{child.Name}/", found, cancellationToken);
        }
    }
}
