using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace OneDrive.Sdk.StressTests.Browser;

/// <summary>A page in the browser, and what a person does with it.</summary>
internal sealed class BrowserPage(ClientWebSocket socket) : IDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(50);

    private int _commands;

    /// <summary>Clicks a link as soon as it is there.</summary>
    internal Task ClickAsync(string link, CancellationToken cancellationToken) => WaitForAsync(
        $$"""
        (() => {
          const link = [...document.querySelectorAll('a')].find(one => one.textContent === {{Quoted(link)}});
          if (link) link.click();
          return link ? 'clicked' : '';
        })()
        """,
        cancellationToken);

    /// <summary>Waits for a page of another host, and reads its heading.</summary>
    internal Task<string> ReadHeadingAsync(string host, CancellationToken cancellationToken) => WaitForAsync(
        $"location.hostname === {Quoted(host)} && document.querySelector('h1') ? document.querySelector('h1').textContent : ''",
        cancellationToken);

    public void Dispose() => socket.Dispose();

    private static string Quoted(string text) => JsonValue.Create(text).ToJsonString();

    /// <summary>Looks again and again until an expression gives a text. While the page changes it gives none.</summary>
    private async Task<string> WaitForAsync(string expression, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await EvaluateAsync(expression, cancellationToken) is { Length: > 0 } text)
                return text;
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    private async Task<string?> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        var id = ++_commands;
        var command = new JsonObject
        {
            ["id"] = id,
            ["method"] = "Runtime.evaluate",
            ["params"] = new JsonObject { ["expression"] = expression, ["returnByValue"] = true },
        };
        await socket.SendAsync(
            Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
        while (true)
        {
            var answer = JsonNode.Parse(await ReceiveAsync(cancellationToken))!;
            if ((int?)answer["id"] == id)
                return answer["result"]?["result"]?["value"]?.ToString();
        }
    }

    private async Task<string> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var message = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult received;
        do
        {
            received = await socket.ReceiveAsync(buffer, cancellationToken);
            message.Write(buffer, 0, received.Count);
        }
        while (!received.EndOfMessage);

        return Encoding.UTF8.GetString(message.ToArray());
    }
}
