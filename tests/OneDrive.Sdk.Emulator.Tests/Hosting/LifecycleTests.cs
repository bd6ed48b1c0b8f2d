using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Hosting;

public sealed class LifecycleTests
{
    [Fact]
    public async Task TwoEmulators_ShareNothing()
    {
        await using var one = await EmulatorClient.StartAsync();
        await using var other = await EmulatorClient.StartAsync();
        using var put = await one.PutAsync($"{one.Drive}/root:/a.bin:/content", [1]);
        one.Emulator.Faults.Add(Fault.Status(500).Always());
        using var foreign = await other.SendAnonymouslyAsync(HttpMethod.Get, other.Drive, null, ("Authorization", "Bearer " + one.Token));
        using var own = await other.GetAsync($"{other.Drive}/root");

        Assert.NotEqual(one.Emulator.Endpoint, other.Emulator.Endpoint);
        Assert.Equal(HttpStatusCode.Unauthorized, foreign.StatusCode);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        Assert.Empty(other.DriveState.ListItems());
        Assert.Equal(2, other.Emulator.Traffic.Count);
    }

    [Fact]
    public async Task ManyEmulators_RunInParallel()
    {
        var lengths = await Task.WhenAll(Enumerable.Range(1, 8).Select(async length =>
        {
            await using var client = await EmulatorClient.StartAsync();
            using var put = await client.PutAsync($"{client.Drive}/root:/a.bin:/content", new byte[length]);
            return client.DriveState.FindItem("a.bin")!.Size;
        }));

        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], lengths);
    }

    [Fact]
    public async Task SameSeed_GivesTheSameIds()
    {
        await using var one = await OneDriveEmulator.StartAsync();
        await using var same = await OneDriveEmulator.StartAsync();
        await using var other = await OneDriveEmulator.StartAsync(options => options.Seed = 2);

        Assert.Equal(one.DefaultUser.Drive.Id, same.DefaultUser.Drive.Id);
        Assert.Equal(one.DefaultGroup.Id, same.DefaultGroup.Id);
        Assert.NotEqual(one.DefaultUser.Drive.Id, other.DefaultUser.Drive.Id);
    }

    [Fact]
    public async Task Dispose_ClosesThePortAndTheConnections()
    {
        var client = await EmulatorClient.StartAsync();
        using var before = await client.GetAsync(client.Drive);
        await client.Emulator.DisposeAsync();
        await client.Emulator.DisposeAsync();
        using var connection = new TcpClient();

        await Assert.ThrowsAnyAsync<SocketException>(
            () => connection.ConnectAsync(client.Emulator.Endpoint.Host, client.Emulator.Endpoint.Port));
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(client.Drive));
        await client.DisposeAsync();
    }

    [Fact]
    public async Task Dispose_RemovesEveryFile_OfFinishedAndOpenUploads()
    {
        var parent = Directory.CreateTempSubdirectory("emulator-test-");
        try
        {
            var client = await EmulatorClient.StartAsync(
                options => (options.TemporaryFolder, options.LargestContentInMemory) = (parent.FullName, 10));
            using var put = await client.PutAsync($"{client.Drive}/root:/a.bin:/content", new byte[1000]);
            var url = await client.CreateSessionAsync("b.bin");
            using var fragment = await client.PutFragmentAsync(
                url,
                new ArraySegment<byte>(new byte[Bytes.FragmentUnit]),
                0,
                2 * Bytes.FragmentUnit);
            Assert.Equal(2, parent.EnumerateFiles("*", SearchOption.AllDirectories).Count());
            await client.DisposeAsync();

            Assert.Empty(parent.EnumerateFileSystemInfos());
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task DeletedAndCancelledContent_LeavesNoFileNorItsVersions()
    {
        var parent = Directory.CreateTempSubdirectory("emulator-test-");
        try
        {
            await using var client = await EmulatorClient.StartAsync(
                options => (options.TemporaryFolder, options.LargestContentInMemory) = (parent.FullName, 10));
            for (var round = 0; round < 2; round++)
            {
                using var put = await client.PutAsync($"{client.Drive}/root:/a.bin:/content", new byte[1000]);
                using var refused = await client.PutAsync(
                    $"{client.Drive}/root:/a.bin:/content?@microsoft.graph.conflictBehavior=fail",
                    new byte[1000]);
                Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            }

            Assert.Equal(2, parent.EnumerateFiles("*", SearchOption.AllDirectories).Count());
            var url = await client.CreateSessionAsync("b.bin");
            using var fragment = await client.PutFragmentAsync(
                url,
                new ArraySegment<byte>(new byte[Bytes.FragmentUnit]),
                0,
                2 * Bytes.FragmentUnit);
            using var cancelled = await client.SendAnonymouslyAsync(HttpMethod.Delete, url);
            using var deleted = await client.DeleteAsync($"{client.Drive}/root:/a.bin");

            Assert.Empty(parent.EnumerateFiles("*", SearchOption.AllDirectories));
        }
        finally
        {
            parent.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Start_OnATakenPort_Throws()
    {
        await using var first = await OneDriveEmulator.StartAsync();

        await Assert.ThrowsAsync<IOException>(() => OneDriveEmulator.StartAsync(options => options.Port = first.Endpoint.Port));
    }

    [Theory]
    [InlineData("Port")]
    [InlineData("PageSize")]
    [InlineData("TenantId")]
    [InlineData("TimeProvider")]
    [InlineData("AccessTokenLifetime")]
    public async Task Start_WithAnOptionThatCannotWork_NamesIt(string name)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => OneDriveEmulator.StartAsync(options =>
        {
            switch (name)
            {
                case "Port":
                    options.Port = 70_000;
                    break;
                case "PageSize":
                    options.PageSize = 0;
                    break;
                case "TenantId":
                    options.TenantId = " ";
                    break;
                case "TimeProvider":
                    options.TimeProvider = null!;
                    break;
                default:
                    options.AccessTokenLifetime = TimeSpan.Zero;
                    break;
            }
        }));

        Assert.Equal(name, error.ParamName);
    }

    [Fact]
    public async Task Start_ToTheFirstAnswer_IsQuick()
    {
        await using (await EmulatorClient.StartAsync())
        {
            // The first one pays for loading the code.
        }

        var watch = Stopwatch.StartNew();
        await using var client = await EmulatorClient.StartAsync();
        using var response = await client.GetAsync(client.Drive);

        // Warm it takes a few milliseconds; the limit is wide because test machines are busy.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Emulator_ReferencesNeitherTheSdkNorAJwtPackage()
    {
        var references = typeof(OneDriveEmulator).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();

        Assert.DoesNotContain("OneDrive.Sdk", references);
        Assert.DoesNotContain(references, reference => reference.Contains("IdentityModel", StringComparison.Ordinal));
    }
}
