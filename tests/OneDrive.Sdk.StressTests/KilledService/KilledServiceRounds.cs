using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.KilledService;

/// <summary>
/// An emulator with a data folder that is killed again and again while it works, and one client that never signs in again.
/// </summary>
internal sealed class KilledServiceRounds(int rounds, int seed)
{
    private const int Lanes = 4;
    private static readonly TimeSpan LongestWork = TimeSpan.FromMilliseconds(700);

    private readonly Random _random = new(seed);

    internal List<string> Problems { get; } = [];

    internal int Operations { get; private set; }

    internal int Resumed { get; private set; }

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        using var directory = new TemporaryDirectory();
        var tool = await ToolProcess.StartAsync(directory["data"], port: 0, cancellationToken);
        try
        {
            using var client = Connect(tool.Endpoint, directory);
            var drive = await FindDriveAsync(client, cancellationToken);
            var lanes = Enumerable.Range(0, Lanes)
                .Select(number => new Lane(client, drive.Path($"/lane {number}"), directory.Path, number, new Random(seed + number)))
                .ToList();
            var mirror = new ChangeMirror(client, drive.Root);
            for (var round = 0; round < rounds && Problems.Count == 0; round++)
            {
                await WorkAndKillAsync(tool, lanes, cancellationToken);
                var port = tool.Endpoint.Port;
                tool.Dispose();
                tool = await ToolProcess.StartAsync(directory["data"], port, cancellationToken);
                await CheckAsync(round, lanes, mirror, cancellationToken);
            }

            (Operations, Resumed) = (lanes.Sum(lane => lane.Operations), lanes.Sum(lane => lane.Resumed));
        }
        finally
        {
            tool.Dispose();
        }
    }

    private async Task WorkAndKillAsync(ToolProcess tool, List<Lane> lanes, CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var work = Task.WhenAll(lanes.Select(lane => lane.WorkAsync(gone.Token)));
        await Task.WhenAny(work, Task.Delay(LongestWork * _random.NextDouble(), TimeProvider.System, cancellationToken));
        await tool.KillAsync(cancellationToken);
        await gone.CancelAsync();
        await work;
    }

    private async Task CheckAsync(int round, List<Lane> lanes, ChangeMirror mirror, CancellationToken cancellationToken)
    {
        foreach (var lane in lanes)
        {
            if (await lane.FindProblemAsync(cancellationToken) is { } problem)
                Problems.Add($"round {round}: {problem}");
        }

        if (await mirror.FindProblemAsync(cancellationToken) is { } difference)
            Problems.Add($"round {round}: {difference}");
    }

    private static OneDriveClient Connect(Uri endpoint, TemporaryDirectory directory)
    {
        var cloud = OneDriveCloud.Custom(endpoint, endpoint);
        var options = new OneDriveOptions { Cloud = cloud, UploadSessionStore = new FileUploadSessionStore(directory["store"]) };
        options.Transfers.FragmentSize = OneDriveTransferOptions.FragmentAlignment;
        options.Transfers.SingleRequestLimit = OneDriveTransferOptions.FragmentAlignment;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(20);
        return new OneDriveClient(
            new ClientSecretTokenProvider(
                new ClientSecretOptions
                {
                    TenantId = OneDriveEmulator.DefaultTenantId,
                    ClientId = OneDriveEmulator.DefaultClientId,
                    ClientSecret = OneDriveEmulator.DefaultClientSecret,
                },
                cloud),
            options);
    }

    private static async Task<DriveAddress> FindDriveAsync(OneDriveClient client, CancellationToken cancellationToken)
    {
        var drive = await client.Drives.GetAsync(DriveAddress.User("adele@contoso.example"), cancellationToken: cancellationToken);
        return DriveAddress.ById(drive.Id!);
    }
}
