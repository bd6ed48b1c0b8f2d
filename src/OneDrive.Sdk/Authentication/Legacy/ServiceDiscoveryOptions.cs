namespace OneDrive.Sdk.Authentication;

/// <summary>
/// Where clients of the first version ask where a person's files are. Microsoft retired its service in 2019
/// (<see href="https://learn.microsoft.com/previous-versions/office/office-365-api/api/version-2.0/discovery-service-rest-operations"/>);
/// whoever knows the tenant's host needs none.
/// </summary>
public sealed class ServiceDiscoveryOptions
{
    /// <summary>The address that lists the services.</summary>
    /// <value>Default: <c>https://api.office.com/discovery/v2.0/me/services</c>.</value>
    public Uri Endpoint { get; set; } = new("https://api.office.com/discovery/v2.0/me/services");

    /// <summary>What tokens for the list are asked for; the slash at the end belongs to it.</summary>
    /// <value>Default: <c>https://api.office.com/discovery/</c>.</value>
    public string ResourceId { get; set; } = "https://api.office.com/discovery/";

    /// <summary>
    /// The ends of the hosts that a person's files may be on; anything else in the list is refused, so that no token goes to a stranger.
    /// An entry without a dot in front is a whole host.
    /// </summary>
    /// <value>Default: <c>.sharepoint.com</c>, <c>.sharepoint.us</c>, <c>.sharepoint-mil.us</c> and <c>.sharepoint.cn</c>.</value>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn"];
}
