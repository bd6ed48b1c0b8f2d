using System.Text;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Hosting;

/// <summary>Thousands of requests that are almost right; what fails can be repeated, since chance has a seed.</summary>
public sealed class RandomInputTests
{
    private const int Requests = 1500;

    // What the service itself says: not offered by this drive (501), and full (507).
    private static readonly int[] Sayable = [501, 507];

    [Theory]
    [InlineData(1, EmulatorDriveType.Business)]
    [InlineData(2, EmulatorDriveType.Personal)]
    public async Task Requests_ThatAreAlmostRight_AreNeverAServerError(int seed, EmulatorDriveType driveType)
    {
        await using var client = await EmulatorClient.StartAsync(options => (options.DriveType, options.Lenient) = (driveType, true));
        client.DriveState.WithFile("a.txt", [1, 2, 3]);
        var random = new RandomRequest(seed, client.DriveState.Id, client.DriveState.FindItem("a.txt")!.Id);
        var token = client.Emulator.IssueAccessToken(client.Emulator.DefaultUser);
        var failures = new List<string>();
        for (var number = 0; number < Requests; number++)
        {
            var request = random.Next(token);
            client.Emulator.Faults.Clear();
            var status = await RawConnection.SendAsync(client.Emulator.Endpoint, request);
            if (status >= 500 && !Sayable.Contains(status))
            {
                failures.Add($"{status} to {Encoding.UTF8.GetString(request).Replace(token, "…", StringComparison.Ordinal)}");
            }
        }

        Assert.True(failures.Count == 0, $"{failures.Count} of {Requests}:\n{string.Join("\n----\n", failures.Take(20))}");
    }
}
