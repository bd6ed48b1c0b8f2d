using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk;

/// <summary>Validates that tokens and requests are for the same cloud, because tokens of one cloud are not valid in another.</summary>
internal static class CloudAgreement
{
    /// <summary>The cloud of a client: the one of its options, or of its sign-in when the options leave it at the default.</summary>
    /// <exception cref="ArgumentException">Both name a cloud, and not the same one.</exception>
    internal static OneDriveCloud Find(OneDriveCloud configured, IAccessTokenProvider? tokens)
    {
        if (tokens is ICloudBound { Cloud: var signedIn } && ReferenceEquals(configured, OneDriveCloud.Global))
        {
            return signedIn;
        }

        Require(configured, tokens);
        return configured;
    }

    /// <exception cref="ArgumentException">The tokens are for another cloud.</exception>
    internal static void Require(OneDriveCloud cloud, IAccessTokenProvider? tokens)
    {
        if (tokens is ICloudBound { Cloud: var signedIn } && signedIn.GraphEndpoint != cloud.GraphEndpoint)
        {
            throw new ArgumentException(
                $"The sign-in is for {Name(signedIn)}, but the client's Cloud is {Name(cloud)}. Configure the same cloud for the token "
                + "provider "
                + "and to OneDriveOptions.Cloud.",
                nameof(tokens));
        }
    }

    private static string Name(OneDriveCloud cloud) => $"{cloud.Name} ({cloud.GraphEndpoint.Authority})";
}
