using Microsoft.Playwright;

namespace OneDrive.Sdk.Emulator.BrowserTests;

/// <summary>
/// An emulator that has something to show, and a Chromium without a window. CHROMIUM names the program, /usr/bin/chromium when it does not
/// say. Nothing is downloaded.
/// </summary>
public sealed class ConsoleBrowser : IAsyncLifetime
{
    /// <summary>What a hostile client may call things.</summary>
    public const string Hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
        "--disable-sync", "--no-first-run", "--no-proxy-server",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public OneDriveEmulator Emulator { get; private set; } = null!;

    public HttpClient Http { get; } = new();

    public async Task InitializeAsync()
    {
        Emulator = await OneDriveEmulator.StartAsync(options =>
        {
            options.RecordBodies = true;
            options.SignInPage = EmulatorSignInPage.Clickable;
        });
        Http.BaseAddress = Emulator.Endpoint;
        await FillAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } program ? program : "/usr/bin/chromium",
            Args = Arguments,
        });
    }

    public async Task DisposeAsync()
    {
        await (_browser?.DisposeAsync() ?? ValueTask.CompletedTask);
        _playwright?.Dispose();
        Http.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>Opens a section of the console, and waits until it shows something.</summary>
    internal async Task<ConsolePage> OpenAsync(string section, int width = 1100, ColorScheme scheme = ColorScheme.Light)
    {
        var console = await OpenPageAsync($"_emulator#{section}", width, scheme);
        await console.Page.Locator("main > *").First.WaitForAsync();
        await console.Page.Locator("#summary", new PageLocatorOptions { HasText = "Version" }).WaitForAsync();
        return console;
    }

    /// <summary>Opens a page of the emulator.</summary>
    internal async Task<ConsolePage> OpenPageAsync(string path, int width, ColorScheme scheme)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = scheme,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        var console = new ConsolePage(context, page);
        await page.GotoAsync($"{Emulator.Endpoint}{path}");
        return console;
    }

    private async Task FillAsync()
    {
        Emulator.DefaultUser.Drive
            .WithFile("Reports/2024/Budget.xlsx", new byte[200_000])
            .WithFile("Reports/2024/Budget.xlsx", new byte[220_000])
            .WithFile("Reports/2024/A name that is long enough to need more than one line on a telephone held upright.docx", [1, 2])
            .WithFile("Notes.txt", "Hello"u8.ToArray())
            .WithFolder("Archive")
            .Infect("Notes.txt");
        Emulator.AddUser(user => (user.UserPrincipalName, user.DisplayName) = ($"{Hostile}@contoso.example", Hostile));
        Emulator.AddUser(user => (user.UserPrincipalName, user.DriveType) = ("alex@contoso.example", EmulatorDriveType.Personal));
        Emulator.DefaultGroup.WithList("Risks").WithFile("Plan.docx", new byte[5_000]);
        Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(2)).On(EmulatorOperation.Search).Times(3));
        Emulator.Faults.Add(Fault.Status(503).OnPath(Hostile).WithProbability(0.1));
        Emulator.Quirks.Enable(EmulatorQuirk.HashesAreMissing);
        var drive = $"v1.0/drives/{Emulator.DefaultUser.Drive.Id}";
        await SendAsync(HttpMethod.Get, drive);
        await SendAsync(HttpMethod.Get, $"{drive}/root:/nothing here");
        await SendAsync(HttpMethod.Get, $"{drive}/root/search(q='{Uri.EscapeDataString(Hostile)}')");
        await SendAsync(HttpMethod.Put, $"{drive}/root:/From a client.txt:/content", new StringContent(Hostile));
        await SendAsync(HttpMethod.Post, $"{drive}/root:/Video.mp4:/createUploadSession", new StringContent("{}"));
        using var form = new FormUrlEncodedContent(
        [
            KeyValuePair.Create("client_id", OneDriveEmulator.DefaultClientId),
            KeyValuePair.Create("client_secret", OneDriveEmulator.DefaultClientSecret),
            KeyValuePair.Create("scope", "Files.Read offline_access"),
        ]);
        using var device = await Http.PostAsync(new Uri($"{Emulator.TenantId}/oauth2/v2.0/devicecode", UriKind.Relative), form);
        Emulator.SaveSnapshot("filled");
    }

    internal async Task SendAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new("Bearer", Emulator.IssueAccessToken());
        request.Headers.TryAddWithoutValidation("User-Agent", $"Test {Hostile}");
        using var response = await Http.SendAsync(request);
    }
}
