using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>Endpoints that know which requests are theirs.</summary>
internal interface IEndpointRoutes
{
    /// <summary>The route of a request; null when it is for others.</summary>
    Route? Match(Exchange request, GraphPath path, string method);
}
