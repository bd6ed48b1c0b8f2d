using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Comparison;

/// <summary>This library, as its callers use it.</summary>
internal static class SdkPeer
{
    internal static async Task<int> ListAsync(Uri address, string work, int pages, List<object>? kept)
    {
        var options = new OneDriveOptions { Cloud = OneDriveCloud.Custom(address, address) };
        using var client = new OneDriveClient(new Tokens(), options);
        var folder = DriveAddress.ById(work).Item(pages.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var count = 0;
        if (work == "delta")
        {
            await foreach (var page in client.Changes.ReadAsync(folder))
            {
                count += page.Items.Count;
                kept?.AddRange(page.Items);
            }

            return count;
        }

        await foreach (var page in client.Items.ListChildrenAsync(folder).AsPagesAsync())
        {
            count += page.Items.Count;
            kept?.AddRange(page.Items);
        }

        return count;
    }

    internal sealed class Tokens : IAccessTokenProvider
    {
        public bool IsApplicationOnly => true;

        public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new AccessToken("token", DateTimeOffset.MaxValue));
    }
}
