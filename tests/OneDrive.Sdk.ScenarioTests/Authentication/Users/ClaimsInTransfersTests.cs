using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.ScenarioTests.Authentication.Users;

/// <summary>
/// The service demands claims of a token in the middle of a transfer: the bytes need no token, but the requests between them do.
/// </summary>
public sealed class ClaimsInTransfersTests : IAsyncLifetime, IDisposable
{
    private const string Demanded = "{\"access_token\":{\"nbf\":{\"value\":\"1\"}}}";
    private const int Length = 4 * OneDriveTransferOptions.FragmentAlignment;

    private UserScenario _scenario = null!;
    private OneDriveClient _client = null!;

    public async Task InitializeAsync()
    {
        _scenario = await UserScenario.StartAsync();
        var flow = _scenario.WebFlow();
        await _scenario.SignInAsync(flow);
        var options = new OneDriveOptions { Cloud = _scenario.Cloud };
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(1);
        options.Retry.MaxDelay = TimeSpan.FromMilliseconds(50);
        options.Transfers.SingleRequestLimit = 1024;
        options.Transfers.FragmentSize = OneDriveTransferOptions.FragmentAlignment;
        _client = new OneDriveClient(flow.ForUser("adele"), options);
    }

    public async Task DisposeAsync() => await _scenario.DisposeAsync();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Fragments_GoOnAndTheNextSessionAsksForTheClaimsOnce()
    {
        await UploadAsync("a.bin", DemandAtFirstProgress());
        Assert.Equal(1, _scenario.TokenRequests);

        await UploadAsync("b.bin");
        await UploadAsync("c.bin");

        Assert.Equal(2, _scenario.TokenRequests);
        Assert.Single(Refusals);
    }

    [Fact]
    public async Task ASessionThatIsLostMeanwhile_IsReplacedWithTheClaims()
    {
        _scenario.Emulator.Faults.Add(Fault.ExpireSession().On(EmulatorOperation.UploadFragment).After(2));

        await UploadAsync("a.bin", DemandAtFirstProgress());

        Assert.Equal(Length, (await _scenario.Emulator.ReadContentAsync(_scenario.Emulator.DefaultUser.Drive.Id, "a.bin")).Length);
        Assert.Equal(2, _scenario.TokenRequests);
        Assert.Single(Refusals);
    }

    [Fact]
    public async Task ADownloadThatMustAskAgainForItsAddress_AsksForTheClaimsOnce()
    {
        _scenario.Emulator.DefaultUser.WithFile("a.bin", new byte[Length]);
        _scenario.Emulator.Faults.Add(Fault.Status(404).On(EmulatorOperation.Download).After(1));
        _scenario.Emulator.Faults.Add(Fault.DropConnectionAfterResponseBytes(1000).On(EmulatorOperation.Download));
        var copy = new MemoryStream();

        await _client.Content.DownloadAsync(
            DriveAddress.Me.Path("/a.bin"), copy, new DownloadOptions { Progress = DemandAtFirstProgress() });

        Assert.Equal(Length, copy.Length);
        Assert.Equal(2, _scenario.TokenRequests);
    }

    [Fact]
    public async Task AnUploadWhosePersonMustComeBack_EndsAtOnceAndSaysWhatIsDemanded()
    {
        await UploadAsync("a.bin");
        _scenario.Emulator.DemandClaims(Demanded);
        _scenario.Emulator.Faults.Add(
            Fault.RefuseSignIn(50079, "interaction_required", "basic_action", Demanded).On(EmulatorOperation.Token).Always());

        var failure = await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => UploadAsync("b.bin"));

        Assert.Equal((true, Demanded), (failure.RequiresSignIn, failure.Claims));
        Assert.Equal(2, _scenario.TokenRequests);
        Assert.Single(Refusals);
    }

    private IEnumerable<TrafficEntry> Refusals => _scenario.Emulator.Traffic.Where(entry => entry.StatusCode == 401);

    private Task<UploadResult> UploadAsync(string name, IProgress<TransferProgress>? progress = null) => _client.Content.UploadAsync(
        DriveAddress.Me.Path("/" + name), new MemoryStream(new byte[Length]), new UploadOptions { Progress = progress });

    private Demand DemandAtFirstProgress() => new(_scenario.Emulator);

    private sealed class Demand(OneDriveEmulator emulator) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value)
        {
            if (value.BytesTransferred > 0)
            {
                emulator.DemandClaims(Demanded);
            }
        }
    }
}
