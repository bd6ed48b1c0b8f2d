namespace OneDrive.Sdk.Http;

/// <summary>The one place that calls and tokens go to: an origin and a path below it.</summary>
internal sealed class ServiceRoot
{
    private readonly string _text;
    private Uri? _origin;

    private ServiceRoot(Uri address) => (Address, _text) = (address, address.AbsoluteUri);

    /// <summary>The root with a trailing slash, such as <c>https://graph.microsoft.com/v1.0/</c>.</summary>
    internal Uri Address { get; }

    /// <summary>The origin that tokens are issued for, such as <c>https://graph.microsoft.com/</c>.</summary>
    internal Uri Origin => _origin ??= new(Address.GetLeftPart(UriPartial.Authority) + "/");

    internal static ServiceRoot Graph(OneDriveCloud cloud) => new(new Uri(cloud.GraphEndpoint, "v1.0/"));

    /// <summary>The root of a service other than Microsoft Graph, as discovered or configured.</summary>
    internal static ServiceRoot At(Uri endpoint) => new(SecureEndpoint.Require(endpoint, nameof(endpoint)));

    /// <summary>Whether the token can be sent to the address: same scheme, host and port, below the root, no user information.</summary>
    internal bool Covers(Uri address) =>
        IsPlainlyBelow(address.OriginalString) || IsBelow(address);

    /// <summary>Makes the absolute address of an encoded relative path.</summary>
    internal Uri Combine(string pathAndQuery) => new(_text + pathAndQuery);

    // What begins with the whole root, which ends with a slash, has its scheme, host and port; only dots could lead out of its path.
    private bool IsPlainlyBelow(string address) =>
        address.StartsWith(_text, StringComparison.Ordinal)
        && !address.Contains("/.", StringComparison.Ordinal)
        && !address.Contains('\\', StringComparison.Ordinal)
        && !address.Contains("%2e", StringComparison.OrdinalIgnoreCase);

    private bool IsBelow(Uri address) =>
        address.IsAbsoluteUri
        && SecureEndpoint.IsSecure(address)
        && address.UserInfo.Length == 0
        && Uri.Compare(address, Address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0
        && address.AbsolutePath.StartsWith(Address.AbsolutePath, StringComparison.Ordinal);
}
