using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
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

    private readonly WebApplication? _tlsServices;

    public LoopbackServer(IPAddress address, int port, X509Certificate2? certificate)
    {
        var options = new KestrelServerOptions { AddServerHeader = false, AllowSynchronousIO = false };
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        options.Limits.MinResponseDataRate = null;
        if (certificate is not null)
        {
            // Kestrel finds what it needs for TLS only in a container. This application is never started.
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration();
            _tlsServices = builder.Build();
            options.ApplicationServices = _tlsServices.Services;
        }

        options.Listen(address, port, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        });
        _server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
    }

    /// <summary>Starts listening; the address ends in a slash.</summary>
    public async Task<Uri> StartAsync(RequestPipeline pipeline, CancellationToken cancellationToken)
    {
        await _server.StartAsync(new EmulatorHttpApplication(pipeline), cancellationToken).ConfigureAwait(false);
        var address = new Uri(_server.Features.Get<IServerAddressesFeature>()!.Addresses.First());

        // Clients cannot connect to "every address of this machine"; the loopback address is one of them.
        return IPAddress.TryParse(address.Host, out var ip) && (ip.Equals(IPAddress.Any) || ip.Equals(IPAddress.IPv6Any))
            ? new UriBuilder(address) { Host = "127.0.0.1" }.Uri
            : address;
    }

    /// <summary>Closes every connection, busy or not.</summary>
    public Task StopAsync() => _server.StopAsync(new CancellationToken(canceled: true));

    public void Dispose()
    {
        _server.Dispose();
        (_tlsServices as IDisposable)?.Dispose();
    }
}
