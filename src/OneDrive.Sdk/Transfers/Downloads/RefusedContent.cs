using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Transfers;

/// <summary>Recognizes successful responses whose body is something else than the file.</summary>
internal static class RefusedContent
{
    /// <summary>What is wrong with a response; null when nothing is, or when its length proves that it is the file.</summary>
    /// <param name="body">The response.</param>
    /// <param name="item">The file.</param>
    /// <param name="conversion">What the service makes of the file.</param>
    internal static string? ReasonOf(DownloadBody body, DriveItem item, Calls.Conversion? conversion = null)
    {
        if (!body.HasContent)
            return "The response is successful, but does not have content.";
        if (conversion is null && item.Size is not null && body.TotalLength == item.Size)
            return null;
        if (body.IsEncoded)
            return "The response is compressed (Content-Encoding), although the request does not accept compression.";
        var mayBePage = conversion is null ? WebPage.MayBe(item) : WebPage.IsFormat(conversion.Format);
        return body.IsWebPage && !mayBePage ? "The response is a web page (text/html) instead of the file." : null;
    }

    internal static OneDriveConnectionException Error(string reason) => new($"Content.DownloadBytes: {reason}");
}
