using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace OneDrive.Sdk.Emulator.BrowserTests;

/// <summary>A page of the console, and everything that went wrong in it.</summary>
internal sealed class ConsolePage : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _troubles = new();

    public ConsolePage(IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _troubles.Enqueue($"error: {error}");
        page.Dialog += (_, dialog) => _troubles.Enqueue($"dialog: {dialog.Message}");
        page.RequestFailed += (_, request) => _troubles.Enqueue($"failed: {request.Url} {request.Failure}");
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                _troubles.Enqueue($"console: {message.Text} {message.Location}");
            }
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("http://127.0.0.1:", StringComparison.Ordinal))
            {
                _troubles.Enqueue($"foreign address: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, refusals of the policy, dialogs, and requests to elsewhere.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>What hinders people with disabilities, as axe finds it: serious and critical findings.</summary>
    public async Task<IReadOnlyList<string>> FindBarriersAsync()
    {
        var result = await Page.RunAxe();
        return
        [
            .. result.Violations
                .Where(violation => violation.Impact is "serious" or "critical")
                .SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {node.Html}")),
        ];
    }

    /// <summary>By how much the page is wider than its window.</summary>
    public Task<int> GetOverflowAsync()
        => Page.EvaluateAsync<int>("Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)");

    /// <summary>Takes a picture, when CONSOLE_SCREENSHOTS names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("CONSOLE_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
