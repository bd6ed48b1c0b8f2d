namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>Every operation of the documentation that the client has, and why it does without the others.</summary>
internal static class OperationTable
{
    internal static IReadOnlyList<OperationRow> Rows { get; } =
    [
        .. DriveRows.All, .. ItemRows.All, .. ContentRows.All, .. ChangeRows.All, .. SubscriptionRows.All, .. NounRows.All,
        .. SharingRows.All, .. SiteRows.All, .. ListRows.All,
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
        _ => null,
    };
}
