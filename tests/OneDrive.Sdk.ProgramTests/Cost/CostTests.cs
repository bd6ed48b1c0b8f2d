using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OneDrive.Sdk.ProgramTests.Cost;

/// <summary>What a process pays, as far as it is the same on each machine. docs/performance.md has the rest.</summary>
public class CostTests
{
    // A debug build makes an object of each state machine.
#if DEBUG
    private const int BytesOfAnItem = 4_800;
    private const int BytesOfAResponse = 3_500;
#else
    private const int BytesOfAnItem = 3_000;
    private const int BytesOfAResponse = 2_048;
#endif

    [Fact]
    public async Task AProcess_CompilesFewMethodsUntilItHasItsFirstItem()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var answering = AnswerAsync(listener);

        var numbers = await MeasureAsync("start", $"http://{listener.LocalEndpoint}/");
        await answering;

        Assert.InRange(numbers[0], 20, 120);
        Assert.InRange(numbers[1], 200, 1_100);
    }

    [Fact]
    public async Task ARequest_AllocatesLittleBesidesItsTransport()
    {
        var numbers = await MeasureAsync("chain");

        Assert.InRange(numbers[0], 100, BytesOfAnItem);
        Assert.InRange(numbers[1], 100, BytesOfAResponse);
    }

    private static async Task AnswerAsync(TcpListener listener)
    {
        using var connection = await listener.AcceptTcpClientAsync();
        await using var stream = connection.GetStream();
        var request = new byte[8192];
        Assert.NotEqual(0, await stream.ReadAsync(request));
        const string Body = """{"id":"1","name":"root","folder":{},"parentReference":{"driveId":"d","driveType":"business"}}""";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n{Body}"));
    }

    private static async Task<int[]> MeasureAsync(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var word in (string[])[typeof(CostProgram).Assembly.Location, "cost", .. words])
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
        return [.. output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
    }
}
