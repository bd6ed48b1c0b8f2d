using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;
using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.ScenarioTests.Subscriptions;

/// <summary>A web address of our own that receives notifications, on a real socket.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly HttpListener _listener = new();
    private readonly Channel<NotificationPayload> _received = Channel.CreateUnbounded<NotificationPayload>();
    private readonly Func<string, string> _answer;
    private readonly Task _work;

    private Receiver(Func<string, string> answer)
    {
        _answer = answer;
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/hook/");
        }

        _listener.Prefixes.Add(Url.AbsoluteUri);
        _listener.Start();
        _work = RunAsync();
    }

    internal Uri Url { get; }

    /// <summary>How many deliveries are refused before one is taken.</summary>
    internal int Refusals { get; set; }

    internal static Receiver Start(Func<string, string>? answer = null) => new(answer ?? (token => token));

    internal async Task<NotificationPayload> NextAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        return await _received.Reader.ReadAsync(limit.Token);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _work;
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            _received.Writer.TryComplete();
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        if (SubscriptionNotifications.FindValidationToken(context.Request.Url!.Query) is { } token)
        {
            context.Response.ContentType = "text/plain";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(_answer(token)));
        }
        else
        {
            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            context.Response.StatusCode = Refusals-- > 0 ? 500 : 202;
            if (context.Response.StatusCode == 202)
            {
                _received.Writer.TryWrite(SubscriptionNotifications.Parse(body.ToArray()));
            }
        }

        context.Response.Close();
    }
}
