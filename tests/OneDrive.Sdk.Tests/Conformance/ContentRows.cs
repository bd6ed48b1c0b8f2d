using System.Net;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>The bytes of files, and the addresses outside the service that they go to.</summary>
internal static class ContentRows
{
    private static readonly string[] Conflict = ["@microsoft.graph.conflictBehavior"];

    internal static IReadOnlyList<OperationRow> All { get; } =
    [
        new("GET", "{item}/content", (client, r) => client.Content.DownloadAsync(
            r.Item, Stream.Null, new() { Format = r.Request.Parameter("format") is { } format ? DocumentedAddress.Plain(format) : null })),
        new("PUT", "{item}/content", (client, r) => client.Content.UploadAsync(
            r.Item,
            new MemoryStream(Encoding.UTF8.GetBytes(r.Request.Text ?? "text")),
            new() { Conflict = r.Conflict ?? ConflictBehavior.Replace, IfMatch = r.IfMatch }))
        {
            Defaults = Conflict,
        },
        new("POST", "{item}/createUploadSession", (client, r) => client.Content.UploadAsync(
            r.Item, new MemoryStream(new byte[16]), new()
            {
                Conflict = r.Conflict ?? ConflictBehavior.Fail,
                IfMatch = r.IfMatch,
                DeferCommit = r.Request.BodyFlag("deferCommit") ?? false,
                ResumeKey = r.Request.BodyFlag("deferCommit") is true ? "key" : null,
            }))
        {
            Defaults = Conflict,
            Configure = options => options.Transfers.SingleRequestLimit = 1,
        },
    ];

    /// <summary>Answers a request for the bytes with the address at which they are.</summary>
    internal static HttpResponseMessage Redirect(string address)
    {
        var response = new HttpResponseMessage(HttpStatusCode.Found);
        response.Headers.Location = new Uri(address);
        return response;
    }

    /// <summary>An upload session at an address.</summary>
    internal static HttpResponseMessage Session(string address) => SentRequests.Json(
        200, $$"""{"uploadUrl":{{JsonEncodedText.Encode(address)}},"expirationDateTime":"2099-01-01T00:00:00Z"}""");
}
