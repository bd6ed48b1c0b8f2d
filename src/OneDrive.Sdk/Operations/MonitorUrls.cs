namespace OneDrive.Sdk.Operations;

/// <summary>Validates monitor URLs. A token is never sent to them, but a stored value must not address other hosts.</summary>
internal static class MonitorUrls
{
    /// <summary>The host suffixes of OneDrive and SharePoint.</summary>
    private static readonly string[] Hosts =
    [
        ".sharepoint.com", ".sharepoint.us", ".sharepoint-mil.us", ".sharepoint.cn", ".sharepoint.de", ".microsoftpersonalcontent.com",
        ".onedrive.com", ".1drv.com", ".svc.ms", ".livefilestore.com",
    ];

    /// <summary>Checks an address that the service has just given.</summary>
    internal static Uri FromService(Uri? address, Uri request)
    {
        var absolute = address is null ? null : new Uri(request, address);
        return absolute is { UserInfo.Length: 0 } && SecureEndpoint.IsSecureFor(request, absolute)
            ? absolute
            : throw new OneDriveConnectionException("Items.StartCopy: the response does not contain an https monitor URL (Location).")
            {
                IsTransient = false,
            };
    }

    /// <summary>Checks an address that was kept somewhere.</summary>
    /// <exception cref="ArgumentException">It is not one of the service.</exception>
    internal static Uri FromStore(string monitorUrl, Uri serviceRoot)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(monitorUrl);
        return Uri.TryCreate(monitorUrl, UriKind.Absolute, out var address)
            && address.UserInfo.Length == 0
            && SecureEndpoint.IsSecure(address)
            && (IsSameOrigin(address, serviceRoot) || (address.IsDefaultPort && Array.Exists(Hosts, host => IsBelow(address, host))))
            ? address
            : throw new ArgumentException(
                "The address is not an https monitor URL of OneDrive or SharePoint. No request was sent to it.", nameof(monitorUrl));
    }

    private static bool IsBelow(Uri address, string host) => address.IdnHost.EndsWith(host, StringComparison.OrdinalIgnoreCase);

    private static bool IsSameOrigin(Uri address, Uri other) =>
        Uri.Compare(address, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
