using System.Net;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>
/// Keeps web pages of other origins away from the emulator's own addresses. A page that makes the browser send a request says so in Origin;
/// one that has rebound its own name to this machine shows that name in Host. Programs do neither.
/// </summary>
internal static class ControlGuard
{
    public static void Check(Exchange exchange)
    {
        var host = exchange.Request.Host.Host;
        if (!IsOurs(host))
        {
            throw new GraphError(
                403, "accessDenied", "Control addresses must be called by IP address, by localhost, or by a host name without a dot.");
        }

        var isForeign = exchange.Header("Origin") is { } origin
            && (!Uri.TryCreate(origin, UriKind.Absolute, out var page)
                || !Uri.TryCreate($"{page.Scheme}://{exchange.Request.Host.Value}", UriKind.Absolute, out var self)
                || page.Authority != self.Authority);
        if (isForeign || exchange.Header("Sec-Fetch-Site") is "cross-site" or "same-site")
        {
            throw new GraphError(403, "accessDenied", "Control addresses cannot be called by web pages of other origins.");
        }
    }

    // No public name is without a dot, and an address cannot be rebound.
    private static bool IsOurs(string host)
        => host.Length > 0
            && (IPAddress.TryParse(host, out _)
                || !host.Contains('.', StringComparison.Ordinal)
                || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase));
}
