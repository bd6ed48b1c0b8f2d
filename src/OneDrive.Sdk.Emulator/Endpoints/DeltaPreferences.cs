using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>What the headers of a request for changes select.</summary>
internal sealed record DeltaPreferences(bool ExcludesParents, bool ShowsSharing)
{
    public static DeltaPreferences Read(Exchange exchange)
    {
        var preferences = exchange.Request.Headers["Prefer"]
            .SelectMany(header => (header ?? string.Empty).Split(',', StringSplitOptions.TrimEntries))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var showsSharing = preferences.Contains("deltashowsharingchanges");
        return showsSharing
            && !(preferences.Contains("deltashowremovedasdeleted") && preferences.Contains("deltatraversepermissiongaps"))
            ? throw GraphError.InvalidRequest(
                "deltashowsharingchanges requires deltashowremovedasdeleted and deltatraversepermissiongaps.")
            : new DeltaPreferences(exchange.Header("deltaExcludeParent") is not null, showsSharing);
    }
}
