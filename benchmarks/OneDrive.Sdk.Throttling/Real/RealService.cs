using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Throttling.Models;

namespace OneDrive.Sdk.Throttling.Real;

/// <summary>A model behind a real HTTP server on loopback, on a clock that runs faster.</summary>
internal sealed class RealService : IAsyncDisposable
{
    private static readonly byte[] Item = """{"id":"1","name":"a.txt","size":10,"file":{},"parentReference":{"driveId":"d"}}"""u8.ToArray();

    private readonly WebApplication _application;
    private readonly ServerModel _model;
    private readonly double _clientScale;
    private readonly object _gate = new();
    private readonly List<(double At, double Cost)> _served = [];

    private RealService(WebApplication application, ServerModel model, double clientScale)
    {
        _application = application;
        _model = model;
        _clientScale = clientScale;
        application.Run(AnswerAsync);
    }

    internal ScaledTime Clock { get; private set; } = new(ScaledTime.Factor);

    internal Uri Address => new(_application.Urls.Single() + "/");

    internal int Rejections { get; private set; }

    /// <summary>What was served, and when.</summary>
    internal IReadOnlyList<(double At, double Cost)> Served
    {
        get
        {
            lock (_gate)
                return [.. _served];
        }
    }

    /// <param name="model">The model.</param>
    /// <param name="clientScale">How much faster the client's clock runs than the system's: waits are told in its time.</param>
    internal static async Task<RealService> StartAsync(ServerModel model, double clientScale)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var service = new RealService(builder.Build(), model, clientScale);
        await service._application.StartAsync();
        return service;
    }

    /// <summary>The run begins now.</summary>
    internal void Restart() => Clock = new ScaledTime(ScaledTime.Factor);

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var cost = HttpMethods.IsGet(context.Request.Method) ? 1 : 2;
        await context.Request.Body.CopyToAsync(Stream.Null);
        ServerAnswer answer;
        lock (_gate)
        {
            answer = _model.Begin(Clock.Seconds, cost);
            Rejections += answer.IsRefusal ? 1 : 0;
        }

        var response = context.Response;
        if (answer.RateLimit is { } limit)
        {
            response.Headers["RateLimit-Limit"] = Text(limit.Limit);
            response.Headers["RateLimit-Remaining"] = Text(Math.Floor(limit.Remaining));
            response.Headers["RateLimit-Reset"] = Text(ToClient(limit.Reset));
        }

        response.StatusCode = answer.Status;
        if (answer.IsRefusal)
        {
            if (answer.RetryAfter is { } wait)
                response.Headers.RetryAfter = Text(ToClient(double.Parse(wait, CultureInfo.InvariantCulture)));
            return;
        }

        await Task.Delay(TimeSpan.FromSeconds(ModelCatalog.Latency / ScaledTime.Factor));
        lock (_gate)
        {
            _model.End();
            _served.Add((Clock.Seconds, cost));
        }

        response.ContentType = "application/json";
        await response.Body.WriteAsync(Item);
    }

    private double ToClient(double seconds) => Math.Ceiling(seconds * _clientScale / ScaledTime.Factor);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
