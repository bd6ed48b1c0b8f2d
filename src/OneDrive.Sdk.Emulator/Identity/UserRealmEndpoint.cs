using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>GET /{tenant}/userrealm/{name}: whether the tenant itself checks the password. MSAL asks before it sends one.</summary>
internal sealed class UserRealmEndpoint(DirectoryState directory)
{
    public Answer Get(Exchange exchange)
    {
        var name = Uri.UnescapeDataString(exchange.Target.Segments[^1]);
        var isKnown = directory.FindUser(name) is not null;
        return Answer.Json(200, new JsonObject
        {
            ["ver"] = "1.0",
            ["account_type"] = isKnown ? "Managed" : "Unknown",
            ["domain_name"] = name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..],
            ["cloud_instance_name"] = new Uri(exchange.BaseUrl).Host,
            ["cloud_audience_urn"] = "urn:federation:MicrosoftOnline",
        });
    }
}
