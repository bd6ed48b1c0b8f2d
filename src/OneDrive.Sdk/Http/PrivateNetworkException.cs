namespace OneDrive.Sdk.Http;

/// <summary>No connection was opened, because the address resolves to this machine or a private network.</summary>
internal sealed class PrivateNetworkException() : HttpRequestException(HttpRequestError.SecureConnectionError, Reason)
{
    /// <summary>What messages say; the address itself may be a secret.</summary>
    internal const string Reason =
        "the address resolves to this machine or a private network, which OneDriveOptions.BlockPrivateNetworks forbids";
}
