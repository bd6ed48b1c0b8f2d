using System.Text.Json;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Every operation of the documentation that the client has, and why it does without the others.</summary>
internal static class OperationTable
{
    internal static IReadOnlyList<OperationRow> Rows { get; } =
    [
        .. DriveRows.All, .. ItemRows.All, .. ContentRows.All, .. ForeignRows.All, .. ChangeRows.All, .. SubscriptionRows.All,
        .. NounRows.All, .. SharingRows.All, .. SiteRows.All, .. ListRows.All,
    ];

    /// <summary>
    /// Why a request is not made, in general terms, so that the reason holds for requests nobody has seen here; null when it should be.
    /// </summary>
    internal static string? Reason(CorpusRequest request) => request switch
    {
        { Headers: var headers } when headers.ContainsKey("X-HTTP-Method-Override") =>
            "a way around old proxies: the client sends the method itself",
        { Operation: "driveitem-upload-url" } => "retired by the service",
        { Operation: var page, Method: "POST" } when page is "subscription-post-subscriptions" or "webhooks-lifecycle"
            && request.BodyText("resource")?.Contains("essages", StringComparison.Ordinal) is true => "watches mail, not a drive",
        { IsForeign: true, Url: var url } when url.Contains("validationToken", StringComparison.Ordinal) =>
            "sent by the service, not to it",
        { IsForeign: true, Url: var url } when url.Contains("embed", StringComparison.Ordinal) => "sent by a browser",
        { Method: "PUT" } when DocumentedRange.Of(request) is { IsAligned: false } =>
            "the piece does not begin and end where the service wants pieces to",
        _ when request.BodyPart("parentReference") is { } parent && HasText(parent, "path") && !HasText(parent, "id") =>
            "names the folder by its path: the client asks for its id first, as the page of the operation wants it",
        { Method: "POST" } when request.BodyPart("item") is { } item && HasText(item, "name") =>
            "says the name once more that is in the address",
        { Method: "PUT" } when request.BodyPart("@microsoft.graph.sourceUrl") is not null =>
            "puts the file to the address of its folder, where the service wants its own",
        { Method: "POST" } when request.Address.Form is "{item}/unfollow" =>
            "takes an item of a known id off the list of followed items, as the page has it",
        { Path: "$batch" } when !IsBatchOfItems(request) => "batches what is no file or folder",
        _ => null,
    };

    private static bool IsBatchOfItems(CorpusRequest request) => request.BodyPart("requests") is { ValueKind: JsonValueKind.Array } steps
        && steps.EnumerateArray().All(step => step.TryGetProperty("url", out var url)
            && DocumentedAddress.Parse(url.GetString()!.Split('?')[0]).Form is "{item}" or "{item}/children");

    private static bool HasText(JsonElement json, string name) => json.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String;
}
