using OneDrive.Sdk;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says where a registered client keeps its upload sessions, and which service it talks to.</summary>
public static class OneDriveBuilderExtensions
{
    /// <summary>Talks to an emulator on this machine instead of the service, for sign-in too.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="endpoint">The emulator's root address, such as <c>http://127.0.0.1:5005/</c>.</param>
    /// <exception cref="ArgumentException">The address is neither https nor on a loopback interface.</exception>
    public static IOneDriveBuilder UseEmulator(this IOneDriveBuilder builder, Uri endpoint)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var cloud = OneDriveCloud.Custom(endpoint, endpoint);
        builder.Services.AddOptions<OneDriveOptions>(builder.Name).PostConfigure(options => options.Cloud = cloud);
        return builder;
    }
}
