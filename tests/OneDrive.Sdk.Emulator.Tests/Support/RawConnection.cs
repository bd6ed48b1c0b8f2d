using System.Net.Sockets;
using System.Text;

namespace OneDrive.Sdk.Emulator.Tests.Support;

/// <summary>
/// Sends exactly these bytes, which no decent HTTP client would, and reads the status that comes back; zero when the connection is closed
/// without one.
/// </summary>
internal static class RawConnection
{
    public static async Task<int> SendAsync(Uri endpoint, string request, bool breaksOff = false)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(endpoint.Host, endpoint.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        if (breaksOff)
        {
            connection.Client.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream, Encoding.Latin1);
        string? status;
        try
        {
            status = await reader.ReadLineAsync();
        }
        catch (IOException)
        {
            return 0;
        }

        return status is null ? 0 : int.Parse(status.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }
}
