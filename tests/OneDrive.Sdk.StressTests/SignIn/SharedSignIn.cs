using System.Diagnostics;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.SignIn;

/// <summary>
/// Processes that share one sign-in refresh it at once, at an issuer that revokes everything as soon as a refresh token comes twice.
/// </summary>
internal static class SharedSignIn
{
    private const string Callback = "https://app.example/callback";
    private const string Key = "adele";

    internal static async Task<bool> RunAsync(int processes, int refreshes, CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        await using var emulator = await OneDriveEmulator.StartAsync(
            options => options.RefreshTokens = EmulatorRefreshTokens.SingleUse, cancellationToken);
        emulator.RegisterRedirectUri(OneDriveEmulator.DefaultClientId, new Uri(Callback));
        await SignInAsync(emulator.Endpoint, directory.Path, cancellationToken);

        var watch = Stopwatch.StartNew();
        var workers = Enumerable.Range(0, processes)
            .Select(_ => ChildProgram.Start("refresher", emulator.Endpoint.AbsoluteUri, directory.Path, refreshes.ToString(provider: null)))
            .ToList();
        foreach (var worker in workers)
            await worker.WaitForExitAsync(cancellationToken);
        var failed = workers.Count(worker => worker.ExitCode != 0);
        workers.ForEach(worker => worker.Dispose());

        await RefreshAsync(emulator.Endpoint, directory.Path, 1, cancellationToken);
        var requests = emulator.Traffic.Of(EmulatorOperation.Token);
        var refused = requests.Count(request => request.StatusCode != 200);
        var expected = 1 + (processes * refreshes) + 1;
        Console.WriteLine(
            $"{processes} processes, {refreshes} refreshes each: {failed} failed, {requests.Count} token requests ({expected} expected), "
            + $"{refused} refused; {watch.Elapsed.TotalSeconds:0.0} s");
        return failed == 0 && refused == 0 && requests.Count == expected;
    }

    /// <summary>Refreshes again and again: the token that was just received counts as refused.</summary>
    internal static async Task RefreshAsync(Uri emulator, string directory, int refreshes, CancellationToken cancellationToken)
    {
        using var flow = Open(emulator, directory);
        var tokens = flow.ForUser(Key);
        AccessToken? token = null;
        for (var refresh = 0; refresh < refreshes; refresh++)
            token = await tokens.GetTokenAsync(new AccessTokenRequest { Resource = emulator, Rejected = token }, cancellationToken);
    }

    private static async Task SignInAsync(Uri emulator, string directory, CancellationToken cancellationToken)
    {
        using var flow = Open(emulator, directory);
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        var start = await flow.BeginAsync(Key, cancellationToken: cancellationToken);
        using var response = await browser.GetAsync(start.Address, cancellationToken);
        await flow.CompleteAsync(Key, AuthorizationCallback.Parse(response.Headers.Location!), cancellationToken);
    }

    private static AuthorizationCodeFlow Open(Uri emulator, string directory) => new(
        new AuthorizationCodeOptions
        {
            ClientId = OneDriveEmulator.DefaultClientId,
            ClientSecret = OneDriveEmulator.DefaultClientSecret,
            RedirectUri = new Uri(Callback),
        },
        new EncryptedFileTokenStore(directory),
        cloud: OneDriveCloud.Custom(emulator, emulator));
}
