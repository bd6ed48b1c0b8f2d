using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OneDrive.Sdk.Comparison;

/// <summary>HttpClient and the source generator of System.Text.Json, with the members of the pages and no others.</summary>
internal static partial class BarePeer
{
    internal static async Task<int> ListAsync(Uri address, string work, int pages, List<object>? kept)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token");
        var count = 0;
        string? next = $"{address}v1.0/drives/{work}/items/{pages}/{(work == "delta" ? "delta" : "children")}";
        while (next is not null)
        {
            using var response = await http.GetAsync(new Uri(next), HttpCompletionOption.ResponseHeadersRead);
            await using var body = await response.Content.ReadAsStreamAsync();
            var page = (await JsonSerializer.DeserializeAsync(body, BareContext.Default.BarePage))!;
            count += page.Value!.Count;
            kept?.AddRange(page.Value);
            next = page.NextLink;
        }

        return count;
    }

    internal sealed class BarePage
    {
        [JsonPropertyName("@odata.nextLink")]
        public string? NextLink { get; set; }

        public List<BareItem>? Value { get; set; }
    }

    internal sealed class BareItem
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? ETag { get; set; }

        public string? CTag { get; set; }

        [JsonPropertyName("@odata.etag")]
        public string? ODataETag { get; set; }

        public string? WebUrl { get; set; }

        public long? Size { get; set; }

        public DateTimeOffset? CreatedDateTime { get; set; }

        public DateTimeOffset? LastModifiedDateTime { get; set; }

        [JsonPropertyName("@microsoft.graph.downloadUrl")]
        public string? DownloadUrl { get; set; }

        public BareIdentitySet? CreatedBy { get; set; }

        public BareIdentitySet? LastModifiedBy { get; set; }

        public BareParent? ParentReference { get; set; }

        public BareFile? File { get; set; }

        public BareFolder? Folder { get; set; }

        public BareTimes? FileSystemInfo { get; set; }
    }

    internal sealed class BareIdentitySet
    {
        public BareIdentity? User { get; set; }
    }

    internal sealed class BareIdentity
    {
        public string? Id { get; set; }

        public string? DisplayName { get; set; }

        public string? Email { get; set; }
    }

    internal sealed class BareParent
    {
        public string? DriveId { get; set; }

        public string? DriveType { get; set; }

        public string? Id { get; set; }

        public string? Path { get; set; }
    }

    internal sealed class BareFile
    {
        public string? MimeType { get; set; }

        public BareHashes? Hashes { get; set; }
    }

    internal sealed class BareHashes
    {
        public string? QuickXorHash { get; set; }
    }

    internal sealed class BareFolder
    {
        public int? ChildCount { get; set; }
    }

    internal sealed class BareTimes
    {
        public DateTimeOffset? CreatedDateTime { get; set; }

        public DateTimeOffset? LastModifiedDateTime { get; set; }
    }

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(BarePage))]
    private sealed partial class BareContext : JsonSerializerContext;
}
