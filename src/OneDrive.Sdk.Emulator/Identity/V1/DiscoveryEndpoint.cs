using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>
/// GET /discovery/v2.0/me/services: where a user's files are. The real one was retired in 2019; see
/// https://learn.microsoft.com/previous-versions/office/office-365-api/api/version-2.0/discovery-service-rest-operations.
/// </summary>
internal static class DiscoveryEndpoint
{
    public static Answer Get(Exchange exchange)
    {
        var root = SharePointAddress.For(exchange.BaseUrl);
        return Answer.Json(200, new JsonObject
        {
            ["@odata.context"] = $"{exchange.BaseUrl}/discovery/v2.0/me/$metadata#allServices",
            ["value"] = new JsonArray(
                Service("Mail", "v2.0", "https://outlook.office365.com/", "https://outlook.office365.com/api/v2.0"),
                Service("MyFiles", "v1.0", root.ResourceId, $"{root.Origin}/_api/v1.0/me"),
                Service("RootSite", "v2.0", root.ResourceId, root.Origin + "/_api"),
                Service("MyFiles", "v2.0", root.ResourceId, $"{root.Origin}/_api/v2.0")),
        });
    }

    private static JsonObject Service(string capability, string version, string resourceId, string endpoint) => new()
    {
        ["capability"] = capability,
        ["providerId"] = "72f988bf-86f1-41af-91ab-2d7cd011db47",
        ["providerName"] = "Microsoft",
        ["serviceAccountType"] = 2,
        ["serviceApiVersion"] = version,
        ["serviceEndpointUri"] = endpoint,
        ["serviceId"] = "O365_SHAREPOINT",
        ["serviceName"] = "Office 365 SharePoint",
        ["serviceResourceId"] = resourceId,
    };
}
