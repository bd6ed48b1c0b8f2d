using System.Net.Sockets;
using System.Text;

namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>
/// Sends exactly these bytes, which no decent HTTP client would, and reads the status that comes back; zero when the connection is closed
/// without one.
/// </summary>
internal static class RawConnection
{
    // How long an answer may take on a machine that is busy; a service that waits for more bytes never answers.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static Task<int> SendAsync(Uri endpoint, string request, bool breaksOff = false)
        => SendAsync(endpoint, Encoding.Latin1.GetBytes(request), breaksOff);

    public static async Task<int> SendAsync(Uri endpoint, byte[] request, bool breaksOff = false)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(endpoint.Host, endpoint.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(request);
        if (breaksOff)
        {
            connection.Client.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream, Encoding.Latin1);
        string? status;
        try
        {
            status = await reader.ReadLineAsync().WaitAsync(Patience);
        }
        catch (IOException)
        {
            return 0;
        }

        return status is null ? 0 : int.Parse(status.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
