namespace OneDrive.Sdk.Authentication;

/// <summary>The file service of a user and the resource of its tokens.</summary>
public sealed class DiscoveredService
{
    /// <summary>Describes a service that is known.</summary>
    /// <param name="resourceId">
    /// The resource to request tokens for (<c>serviceResourceId</c>), such as <c>https://contoso-my.sharepoint.com/</c>.
    /// </param>
    /// <param name="endpointUri">
    /// The root of the service (<c>serviceEndpointUri</c>), such as <c>https://contoso-my.sharepoint.com/_api/v2.0</c>.
    /// </param>
    /// <exception cref="ArgumentException">
    /// An address is not https (http only on a loopback address), or they are on different hosts.
    /// </exception>
    public DiscoveredService(string resourceId, Uri endpointUri)
    {
        ArgumentException.ThrowIfNullOrEmpty(resourceId);
        EndpointUri = SecureEndpoint.Require(endpointUri, nameof(endpointUri));
        if (!Uri.TryCreate(resourceId, UriKind.Absolute, out var resource) || !SecureEndpoint.IsSecure(resource)
            || resource.UserInfo.Length > 0 || !IsSameOrigin(resource, EndpointUri))
        {
            throw new ArgumentException(
                "The resource is not an https address on the host of the endpoint. A token for it would be sent to another host.",
                nameof(resourceId));
        }

        ResourceId = resourceId;
        Resource = resource;
    }

    /// <summary>The resource to request tokens for, compared exactly.</summary>
    public string ResourceId { get; }

    /// <summary>The root of the service, ending in <c>/</c>; for <see cref="OneDriveOptions.ServiceEndpoint"/>.</summary>
    public Uri EndpointUri { get; }

    internal Uri Resource { get; }

    /// <summary>Returns the root of the service.</summary>
    public override string ToString() => EndpointUri.AbsoluteUri;

    internal static bool IsSameOrigin(Uri one, Uri other) =>
        Uri.Compare(one, other, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0;
}
