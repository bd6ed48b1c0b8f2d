namespace OneDrive.Sdk.Emulator.Tests.Conformance;

/// <summary>Why a documented request is answered in another way than its page shows, where there is a reason for it.</summary>
internal static class NotAnswered
{
    internal const string NotEmulated = "not emulated";

    internal static string Reason(DocumentedExchange exchange) => exchange switch
    {
        { IsForeign: true } when exchange.Says("webhook") || exchange.Says("embed_by_post") => "it goes to another server",
        _ when exchange.Target.StartsWith("/driveitem/", StringComparison.OrdinalIgnoreCase) => "the page names no item",
        { Method: "PUT", Status: 201 } when exchange.Says("{item-id}/content") => "content that is replaced is 200",
        { Method: "PATCH", Status: 201 } => "what exists is changed with 200",
        _ when exchange.Says("delta?token=2021") => "business drives, which alone take a time, name nothing that is gone",
        _ => NotEmulated,
    };
}
