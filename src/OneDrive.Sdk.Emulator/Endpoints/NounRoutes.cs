using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>The endpoints of what belongs to items beside their metadata and content.</summary>
internal static class NounRoutes
{
    public static IReadOnlyList<IEndpointRoutes> Create(
        DirectoryState directory, IdSource ids, ItemResolver resolver, ItemRenderer renderer, EmulatorOptions options)
    {
        var sharing = new SharingState(directory, ids);
        return
        [
            new SharingEndpoints(resolver, sharing, options),
            new ShareEndpoints(resolver, renderer, sharing),
        ];
    }
}
