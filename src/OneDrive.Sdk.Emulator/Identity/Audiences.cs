namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The resources that tokens can be requested for, by name.</summary>
internal static class Audiences
{
    private const string ApplicationScheme = "api://";

    private static readonly string[] SharePointHosts = [".sharepoint.com", ".sharepoint.us", ".sharepoint.cn"];
    private static readonly string[] DiscoveryRoots = ["https://api.office.com/discovery"];

    /// <summary>How an application that is an API is called as a resource.</summary>
    public static string Of(EmulatorApplication application) => ApplicationScheme + application.ClientId;

    /// <summary>Finds out what a resource is.</summary>
    /// <param name="resource">The name, without a slash at its end.</param>
    /// <param name="baseUrl">The address at which the emulator is asked.</param>
    public static AudienceKind KindOf(string resource, string baseUrl)
    {
        if (GraphAddresses.IsGraph(resource, baseUrl))
        {
            return AudienceKind.Graph;
        }

        if (resource.StartsWith(ApplicationScheme, StringComparison.OrdinalIgnoreCase))
        {
            return AudienceKind.Application;
        }

        if (DiscoveryRoots.Append($"{baseUrl}/discovery").Contains(resource, StringComparer.OrdinalIgnoreCase))
        {
            return AudienceKind.Discovery;
        }

        return IsSharePoint(resource, baseUrl)
            ? AudienceKind.SharePoint
            : throw new EntraError(
                400, "invalid_resource", 500011, $"The resource principal named {resource} was not found in the tenant.");
    }

    // SharePoint of the emulator is the emulator under the other name of this machine.
    private static bool IsSharePoint(string resource, string baseUrl) =>
        Uri.TryCreate(resource, UriKind.Absolute, out var address)
        && address is { AbsolutePath: "/", UserInfo: "" }
        && (Array.Exists(SharePointHosts, suffix => address.Host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
            || (address.IsLoopback && address.Port == new Uri(baseUrl).Port));
}
