using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.TransferCost;

/// <summary>
/// The least of a service, over TLS and in a process of its own: it takes fragments without looking at them, and gives bytes that are all
/// zero.
/// </summary>
internal static class Service
{
    internal static async Task<int> RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        using var certificate = CreateCertificate();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate));
        });
        await using var application = builder.Build();
        application.Run(AnswerAsync);
        await application.StartAsync();
        Console.WriteLine($"{new Uri(application.Urls.Single()).Port} {certificate.GetCertHashString()}");

        // The parent closes the input to end the service.
        await Console.In.ReadToEndAsync();
        await application.StopAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var path = request.Path.Value!;
        var origin = $"https://{request.Host}";
        if (path.EndsWith("createUploadSession", StringComparison.Ordinal))
            await WriteAsync(response, 200, $$"""{"uploadUrl":"{{origin}}/upload","nextExpectedRanges":["0-"]}""");
        else if (path == "/upload")
            await TakeFragmentAsync(request, response);
        else if (path == "/bytes")
            await GiveBytesAsync(response, long.Parse(request.Query["length"]!, CultureInfo.InvariantCulture));
        else if (path.EndsWith("content", StringComparison.Ordinal))
            response.Redirect($"{origin}/bytes?length={LengthOf(path)}");
        else
            await WriteAsync(response, 200, Item(LengthOf(path)));
    }

    private static async Task TakeFragmentAsync(HttpRequest request, HttpResponse response)
    {
        await request.BodyReader.CopyToAsync(Stream.Null);
        var range = request.Headers.ContentRange.ToString().Split(' ', '-', '/');
        var (next, length) = (long.Parse(range[2], CultureInfo.InvariantCulture) + 1, long.Parse(range[3], CultureInfo.InvariantCulture));
        if (next == length)
            await WriteAsync(response, 201, Item(length));
        else
            await WriteAsync(response, 202, $$"""{"nextExpectedRanges":["{{next}}-"]}""");
    }

    private static async Task GiveBytesAsync(HttpResponse response, long length)
    {
        var zeros = new byte[64 * 1024];
        response.ContentLength = length;
        response.Headers.ETag = "\"1\"";
        for (var left = length; left > 0; left -= zeros.Length)
            await response.Body.WriteAsync(zeros.AsMemory(0, (int)Math.Min(left, zeros.Length)));
    }

    /// <summary>The name of a file says how long it is: <c>/v1.0/me/drive/root:/{length}:/content</c>.</summary>
    private static long LengthOf(string path) =>
        long.Parse(path.Split("root:/")[1].Split(':')[0], CultureInfo.InvariantCulture);

    private static string Item(long length) => $$"""{"id":"1","name":"{{length}}","size":{{length}},"file":{},"eTag":"1"}""";

    private static Task WriteAsync(HttpResponse response, int status, string json)
    {
        response.StatusCode = status;
        response.ContentType = "application/json";
        response.ContentLength = json.Length;
        return response.WriteAsync(json);
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }
}
