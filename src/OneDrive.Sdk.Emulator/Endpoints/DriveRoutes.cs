using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The endpoints of drives and items. The first one that knows a request answers it.</summary>
internal static class DriveRoutes
{
    public static IReadOnlyList<IEndpointRoutes> Create(
        EmulatorState state,
        ItemResolver resolver,
        ItemRenderer renderer,
        DownloadUrls downloads,
        UploadCommit commit,
        StoredQuirks quirks,
        EmulatorOptions options)
    {
        var directory = state.Directory;
        var sharing = new SharingState(directory, state.Ids);
        var thumbnails = new ThumbnailRenderer(downloads);
        var expansion = new ItemExpansion(renderer, thumbnails, options);
        var list = new ItemList(renderer, expansion, options);
        return
        [
            new RelatedContentEndpoint(resolver, renderer, options),
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
            new DirectoryEndpoints(directory, resolver, options),
            new ContentEndpoints(resolver, renderer, downloads, state.Content, quirks, options),
            new UploadSessionEndpoints(resolver, state.Sessions, commit),
            new DeltaEndpoint(resolver, renderer, options),
            new ItemEndpoints(resolver, renderer, list, expansion, new UrlUpload(state.Copies)),
        ];
    }
}
