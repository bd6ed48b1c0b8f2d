using System.Globalization;

namespace OneDrive.Sdk.Tests.Conformance;

/// <summary>A documented request as the row of its operation sees it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Parts">The parts of the path that the template names.</param>
internal sealed record Documented(CorpusRequest Request, IReadOnlyDictionary<string, string> Parts)
{
    internal ItemAddress Item => Request.Address.Item!;

    internal DriveAddress Drive => Request.Address.Drive!;

    internal ListAddress List => Request.Address.List!;

    internal ItemAddress Entry => Request.Address.Entry!;

    internal ItemAddress EntryOrItem => Request.Address.Entry ?? Item;

    internal IReadOnlyList<string> Select => Request.List("select");

    internal IReadOnlyList<string> Expand => Request.List("expand");

    internal int? PageSize =>
        Request.Parameter("top") is { } text && int.TryParse(text, CultureInfo.InvariantCulture, out var size) ? size : null;

    internal string? IfMatch => Request.Headers.GetValueOrDefault("If-Match");

    internal string? IfNoneMatch => Request.Headers.GetValueOrDefault("If-None-Match");

    internal SharingLinkRedemption Redemption => Prefers("redeemSharingLinkIfNecessary")
        ? SharingLinkRedemption.IfNecessary
        : Prefers("redeemSharingLink") ? SharingLinkRedemption.Always : SharingLinkRedemption.None;

    internal string? Text(string name) => Request.BodyText(name);

    /// <summary>Whether the preference was asked for.</summary>
    internal bool Prefers(string name) =>
        Request.Headers.GetValueOrDefault("Prefer")?.Contains(name, StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>The behaviour on a conflict, from the body, its item, or the query.</summary>
    internal ConflictBehavior? Conflict
    {
        get
        {
            const string Name = "@microsoft.graph.conflictBehavior";
            var text = Request.Parameter(Name) ?? Request.BodyText(Name);
            if (text is null && Request.BodyPart("item") is { } item && item.TryGetProperty(Name, out var value))
            {
                text = value.GetString();
            }

            return Enum.TryParse<ConflictBehavior>(text, ignoreCase: true, out var behavior) ? behavior : null;
        }
    }

    /// <summary>The folder that parentReference names, in the drive that it names or in the one of the request.</summary>
    internal ItemAddress NewParent
    {
        get
        {
            var reference = Request.BodyPart("parentReference");
            var id = reference?.TryGetProperty("id", out var value) is true ? value.GetString() : null;
            var driveId = reference?.TryGetProperty("driveId", out value) is true ? value.GetString() : null;
            return (driveId is not null ? DriveAddress.ById(driveId) : Request.Address.Drive ?? DriveAddress.ById("drive"))
                .Item(id ?? "parent");
        }
    }
}
