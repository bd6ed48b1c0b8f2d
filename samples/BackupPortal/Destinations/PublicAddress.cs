using Microsoft.Extensions.Options;

namespace BackupPortal.Destinations;

/// <summary>
/// The address at which browsers reach the portal: the setting, or the address of the last request. The redirect URIs begin with it.
/// </summary>
public sealed class PublicAddress(IOptions<PortalSettings> settings)
{
    private volatile Uri? _seen;

    public Uri Base => settings.Value.PublicAddress ?? _seen ?? new Uri("http://localhost:5080/");

    /// <summary>Remembers under which address a browser came.</summary>
    public bool Saw(HttpRequest request)
    {
        if (settings.Value.PublicAddress is not null)
            return false;
        var address = new Uri($"{request.Scheme}://{request.Host.Value}/");
        if (address == _seen)
            return false;
        _seen = address;
        return true;
    }

    public Uri Of(string path) => new(Base, path);
}
