using Microsoft.AspNetCore.Http;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>The address of the emulator as the client sees it, through a proxy or not.</summary>
internal static class PublicUrl
{
    /// <summary>
    /// Scheme and host without a slash at the end, from X-Forwarded-Proto and X-Forwarded-Host, or else from the request itself.
    /// </summary>
    public static string Of(HttpRequest request)
    {
        var scheme = First(request.Headers["X-Forwarded-Proto"]) is "https" ? "https" : request.Scheme;
        var host = First(request.Headers["X-Forwarded-Host"]);
        if (host is null
            || !host.All(char.IsAscii)
            || !Uri.TryCreate($"{scheme}://{host}", UriKind.Absolute, out var forwarded)
            || forwarded.PathAndQuery != "/"
            || forwarded.UserInfo.Length > 0)
        {
            host = request.Host.HasValue
                ? request.Host.Value
                : $"{request.HttpContext.Connection.LocalIpAddress}:{request.HttpContext.Connection.LocalPort}";
        }

        return $"{scheme}://{host}";
    }

    private static string? First(string? header) => header?.Split(',')[0].Trim() is { Length: > 0 } value ? value : null;
}
