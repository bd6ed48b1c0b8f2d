using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Calls;

/// <summary>The calls that begin a download; the bytes come from an address outside the service.</summary>
internal static class DownloadCalls
{
    private static readonly GetItemOptions WhatADownloadNeeds = new()
    {
        Select = ["id", "name", "size", "eTag", "cTag", "file", "folder", "package", "parentReference", "remoteItem"],
    };

    /// <summary>Gets the metadata that the content is compared with.</summary>
    internal static GraphCall<DriveItem> GetItem(ItemAddress source) => ItemCalls.Get(source, WhatADownloadNeeds);

    /// <summary>
    /// Asks where the bytes are: the answer is a redirect to an address that is good for a short time and needs no token.
    /// See <see href="https://learn.microsoft.com/graph/api/driveitem-get-content"/>, and for other formats
    /// <see href="https://learn.microsoft.com/graph/api/driveitem-get-content-format"/>.
    /// </summary>
    internal static GraphCall<NoContent> GetContent(ItemAddress source, Conversion? conversion = null) => new()
    {
        Operation = "Content.Download",
        Method = HttpMethod.Get,
        Path = source.ToRequestPath("content"),
        Query = conversion?.ToQuery() ?? [],
        StreamsAnswer = true,
        CarriesContent = true,
        IsIdempotent = true,
    };
}
