using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;

namespace OneDrive.Sdk.Comparison;

/// <summary>Microsoft.Graph, as its documentation uses it.</summary>
internal static class GraphPeer
{
    internal static async Task<int> ListAsync(Uri address, string work, int pages, List<object>? kept)
    {
        using var client = new GraphServiceClient(new AnonymousAuthenticationProvider(), $"{address}v1.0");
        var item = client.Drives[work].Items[pages.ToString(System.Globalization.CultureInfo.InvariantCulture)];
        var count = 0;
        if (work == "delta")
        {
            var changes = await item.Delta.GetAsDeltaGetResponseAsync();
            while (changes is not null)
            {
                count += changes.Value!.Count;
                kept?.AddRange(changes.Value);
                changes = changes.OdataNextLink is null ? null : await item.Delta.WithUrl(changes.OdataNextLink).GetAsDeltaGetResponseAsync();
            }

            return count;
        }

        var page = await item.Children.GetAsync();
        while (page is not null)
        {
            count += page.Value!.Count;
            kept?.AddRange(page.Value);
            page = page.OdataNextLink is null ? null : await item.Children.WithUrl(page.OdataNextLink).GetAsync();
        }

        return count;
    }
}
