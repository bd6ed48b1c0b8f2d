using System.Collections.Frozen;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// The names of Graph in the clouds of Microsoft, for clients whose addresses are fixed and that reach the emulator through a proxy:
/// https://learn.microsoft.com/graph/deployments.
/// </summary>
internal static class GraphAddresses
{
    public const string Global = "https://graph.microsoft.com";

    private static readonly FrozenDictionary<string, string> BySignIn = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["https://login.microsoftonline.com"] = Global,
        ["https://login.microsoftonline.us"] = "https://graph.microsoft.us",
        ["https://login.microsoftonline.de"] = "https://graph.microsoft.de",
        ["https://login.partner.microsoftonline.cn"] = "https://microsoftgraph.chinacloudapi.cn",
        ["https://login.chinacloudapi.cn"] = "https://microsoftgraph.chinacloudapi.cn",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Known =
        BySignIn.Values.Append("https://dod-graph.microsoft.us").ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The Graph that a permission without a resource means, for a user who signs in at this address.</summary>
    public static string DefaultFor(string baseUrl) => BySignIn.GetValueOrDefault(baseUrl, baseUrl);

    /// <summary>Whether a resource is Graph: the emulator by its own address, or by a name that Graph has in some cloud.</summary>
    public static bool IsGraph(string resource, string baseUrl)
        => resource.Equals(baseUrl, StringComparison.OrdinalIgnoreCase) || Known.Contains(resource);
}
