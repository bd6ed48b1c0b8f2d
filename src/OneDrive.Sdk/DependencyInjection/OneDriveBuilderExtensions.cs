using System.Diagnostics.CodeAnalysis;
using OneDrive.Sdk;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Says where a registered client keeps its upload sessions, and which service it talks to.</summary>
public static class OneDriveBuilderExtensions
{
    /// <summary>Connects to an emulator on this machine instead of the service, including sign-in.</summary>
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

    /// <summary>Keeps upload sessions in a store of the application.</summary>
    /// <typeparam name="T">The store.</typeparam>
    /// <param name="builder">The registration.</param>
    public static IOneDriveBuilder AddUploadSessionStore<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(
        this IOneDriveBuilder builder)
        where T : class, IUploadSessionStore
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddKeyedSingleton<IUploadSessionStore, T>(builder.Name);
        return builder;
    }

    /// <summary>Keeps upload sessions in files, so that uploads with a resume key survive the process.</summary>
    /// <param name="builder">The registration.</param>
    /// <param name="directory">The directory; it is made, readable by the user only, when it is first needed.</param>
    /// <param name="key">The 32-byte encryption key of the upload URLs; <see langword="null"/> for a key file in the directory.</param>
    /// <exception cref="ArgumentException">The key does not have 32 bytes, or the directory is empty.</exception>
    public static IOneDriveBuilder AddFileUploadSessionStore(this IOneDriveBuilder builder, string directory, byte[]? key = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var store = new FileUploadSessionStore(directory, key);
        builder.Services.AddKeyedSingleton<IUploadSessionStore>(builder.Name, store);
        return builder;
    }
}
