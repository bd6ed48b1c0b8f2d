using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>Joins Kestrel to the pipeline.</summary>
internal sealed class EmulatorHttpApplication(RequestPipeline pipeline) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => pipeline.RunAsync(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }
}
