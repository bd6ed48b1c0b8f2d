using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>
/// Kestrel on the loopback interface, and nothing else: no host, hence no console lifetime, no signal handlers, no configuration from
/// the environment and no logging in the process that the emulator is a guest of.
/// </summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly KestrelServer _server;

    public LoopbackServer(int port)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        options.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http1);
        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>Starts listening; the address ends in a slash.</summary>
    public async Task<Uri> StartAsync(RequestPipeline pipeline, CancellationToken cancellationToken)
    {
        await _server.StartAsync(new EmulatorHttpApplication(pipeline), cancellationToken).ConfigureAwait(false);
        return new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First().TrimEnd('/') + "/");
    }

    /// <summary>Closes every connection, busy or not.</summary>
    public Task StopAsync() => _server.StopAsync(new CancellationToken(canceled: true));

    public void Dispose() => _server.Dispose();
}
