using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The endpoints of what belongs to items beside their metadata and content.</summary>
internal static class NounRoutes
{
    public static IReadOnlyList<IEndpointRoutes> Create(
        DirectoryState directory,
        IdSource ids,
        ItemResolver resolver,
        ItemRenderer renderer,
        DownloadUrls downloads,
        EmulatorOptions options)
    {
        var sharing = new SharingState(directory, ids);
        var thumbnails = new ThumbnailRenderer(downloads);
        var expansion = new ItemExpansion(renderer, thumbnails, options);
        var list = new ItemList(renderer, expansion, options);
        return
        [
            new SharingEndpoints(resolver, sharing, options),
            new ShareEndpoints(resolver, expansion, sharing, directory),
            new ItemActionEndpoints(resolver, renderer),
            new ItemListEndpoints(resolver, renderer, list, directory),
            new BundleEndpoints(resolver, renderer, list, expansion),
            new LabelEndpoints(resolver, options),
            new ActivityEndpoints(resolver, options),
            new ThumbnailEndpoints(resolver, thumbnails, downloads),
            new PreviewEndpoints(resolver),
            new VersionEndpoints(resolver, downloads, options),
            new LibraryEndpoints(resolver, renderer, directory, options),
            new ListItemVersionEndpoints(resolver, options),
            new DocumentSetEndpoints(resolver, options),
        ];
    }
}
