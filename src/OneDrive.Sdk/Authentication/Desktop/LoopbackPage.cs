using System.Globalization;
using System.Text;

namespace OneDrive.Sdk.Authentication;

/// <summary>The page that the browser shows at the end. Fixed texts only: no part of the request is returned.</summary>
internal static class LoopbackPage
{
    internal static readonly ReadOnlyMemory<byte> Done = Write(
        "200 OK", "You can close this window", "The application has received the response of the sign-in page.");

    internal static readonly ReadOnlyMemory<byte> Refused = Write(
        "400 Bad Request", "This response does not belong to a pending sign-in", "Start the sign-in again from the application.");

    internal static readonly ReadOnlyMemory<byte> NotFound = Write("404 Not Found", "Not found", "The sign-in continues in another "
        + "window.");

    private static byte[] Write(string status, string title, string text)
    {
        var body = $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head>"
            + $"<body><h1>{title}</h1><p>{text}</p></body></html>\n";
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        return Encoding.UTF8.GetBytes(
            head + "Connection: close\r\nCache-Control: no-store\r\nReferrer-Policy: no-referrer\r\n"
            + "Content-Security-Policy: default-src 'none'\r\nX-Content-Type-Options: nosniff\r\n\r\n" + body);
    }
}
