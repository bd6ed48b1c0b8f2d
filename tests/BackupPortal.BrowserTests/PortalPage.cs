using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using OneDrive.Sdk.Emulator;

namespace BackupPortal.BrowserTests;

/// <summary>A browser in the portal, what a person does there, and everything that went wrong in it.</summary>
internal sealed class PortalPage : IAsyncDisposable
{
    private const string Password = "correct horse battery";

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _troubles = new();

    public PortalPage(PortalProcess portal, IBrowserContext context, IPage page)
    {
        (_context, Page) = (context, page);
        page.PageError += (_, error) => _troubles.Enqueue($"error: {error}");
        page.Console += (_, message) =>
        {
            // The sign-in page of the emulator has no icon.
            if (message.Type == "error" && message.Location.StartsWith(portal.Address.AbsoluteUri, StringComparison.Ordinal))
                _troubles.Enqueue($"console: {message.Text} {message.Location}");
        };
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(portal.Address.AbsoluteUri, StringComparison.Ordinal)
                && !request.Url.StartsWith(portal.Emulator.AbsoluteUri, StringComparison.Ordinal))
            {
                _troubles.Enqueue($"foreign address: {request.Url}");
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors of scripts, refusals of the policy, and requests to elsewhere.</summary>
    public IReadOnlyCollection<string> Troubles => _troubles;

    /// <summary>Sets the password at the first start, signs in afterwards.</summary>
    public async Task SignInAsync()
    {
        await Page.GotoAsync("/");
        await Page.FillAsync("#password", Password);
        if (await Page.Locator("#repeated").CountAsync() > 0)
            await Page.FillAsync("#repeated", Password);
        await Page.ClickAsync("main button");
        await Page.Locator("h1", new PageLocatorOptions { HasText = "Jobs" }).WaitForAsync();
    }

    /// <summary>Adds a destination that is not authorized yet, and stays on its page.</summary>
    public async Task AddDestinationAsync(string name, string secret = OneDriveEmulator.DefaultClientSecret)
    {
        await Page.GotoAsync("/destinations/new/MicrosoftAccount");
        await Page.FillAsync("#name", name);
        await Page.FillAsync("#client-id", OneDriveEmulator.DefaultClientId);
        await Page.FillAsync("#client-secret", secret);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
    }

    /// <summary>Clicks through the page of the sign-in service.</summary>
    public async Task AuthorizeAsync(string choice = "a.user >> nth=0")
    {
        await Page.ClickAsync("#authorize");
        await Page.ClickAsync(choice);
        await Page.Locator("#state").WaitForAsync();
    }

    public async Task AddJobAsync(string name, string source, string text, bool encrypts = true, Func<Task>? more = null)
    {
        await Page.GotoAsync("/jobs/new");
        await Page.FillAsync("#name", name);
        await Page.SelectOptionAsync("#source", source);
        await Page.FillAsync("#text", text);
        await Page.SetCheckedAsync("[name='Form.Encrypts']", encrypts);
        await (more?.Invoke() ?? Task.CompletedTask);
        await Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save" }).ClickAsync();
        await Page.Locator("#run").WaitForAsync();
    }

    /// <summary>Waits on the page of a run until it has ended.</summary>
    public async Task<string> WaitForEndAsync()
    {
        var state = Page.Locator(".bar .state:not(.plain)");
        await state.WaitForAsync(new LocatorWaitForOptions { Timeout = 120_000 });
        return (await state.TextContentAsync())!;
    }

    public Task<bool> HasTextAsync(string text) => Page.Locator("main", new PageLocatorOptions { HasText = text }).IsVisibleAsync();

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

    /// <summary>Takes a picture, when PORTAL_SCREENSHOTS names a folder.</summary>
    public async Task PictureAsync(string name)
    {
        if (Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { Length: > 0 } folder)
            await Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
    }

    /// <summary>Takes a picture of the window when it is narrow, and checks that the page fits.</summary>
    public async Task NarrowPictureAsync(string name)
    {
        await Page.SetViewportSizeAsync(400, 900);
        await PictureAsync($"{name}-400");
        Assert.Equal(0, await GetOverflowAsync());
        await Page.SetViewportSizeAsync(1100, 900);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
