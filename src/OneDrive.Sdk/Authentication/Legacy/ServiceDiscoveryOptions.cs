namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Options of the v1 discovery service. Microsoft retired its service in 2019
/// (<see href="https://learn.microsoft.com/previous-versions/office/office-365-api/api/version-2.0/discovery-service-rest-operations"/>).
/// If the host of the tenant is known, discovery is not needed.
/// </summary>
public sealed class ServiceDiscoveryOptions
{
    /// <summary>The address that lists the services.</summary>
    /// <value>Default: <c>https://api.office.com/discovery/v2.0/me/services</c>.</value>
    public Uri Endpoint { get; set; } = new("https://api.office.com/discovery/v2.0/me/services");

    /// <summary>The resource of the token for discovery; the trailing slash is significant.</summary>
    /// <value>Default: <c>https://api.office.com/discovery/</c>.</value>
    public string ResourceId { get; set; } = "https://api.office.com/discovery/";

    /// <summary>
    /// The host suffixes that a user's files may be on. Other hosts in the response are rejected, so that tokens are not sent to them. An
    /// entry without a leading dot is a complete host name.
    /// </summary>
    /// <value>Default: <c>.sharepoint.com</c>, <c>.sharepoint.us</c>, <c>.sharepoint-mil.us</c> and <c>.sharepoint.cn</c>.</value>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn"];

    /// <summary>Returns the problems of the options; each contains the setting and the solution.</summary>
    internal IEnumerable<string> Validate()
    {
        if (Endpoint is not { IsAbsoluteUri: true } endpoint || !SecureEndpoint.IsSecure(endpoint) || endpoint.UserInfo.Length > 0)
        {
            yield return "Discovery.Endpoint must be an absolute https address (http only on loopback).";
        }
        else if (!Uri.TryCreate(ResourceId, UriKind.Absolute, out var resource)
            || !DiscoveredService.IsSameOrigin(resource, endpoint))
        {
            yield return "Discovery.ResourceId must be on the host of Discovery.Endpoint. Otherwise its token would be sent to another "
                + "host.";
        }

        if (AllowedHosts is not { Count: > 0 } || AllowedHosts.Any(host => host.Trim('.').Length == 0))
        {
            yield return "Discovery.AllowedHosts is empty or contains an empty entry, which would allow no host or every host. Add the "
                + "allowed hosts.";
        }
    }
}
