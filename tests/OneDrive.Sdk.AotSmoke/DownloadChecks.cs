using System.Net;
using OneDrive.Sdk.AotSmoke.Service;

namespace OneDrive.Sdk.AotSmoke;

/// <summary>A download by way of a redirect.</summary>
internal static class DownloadChecks
{
    private const string Select = "?$select=id%2Cname%2Csize%2CeTag%2CcTag%2Cfile%2Cfolder%2Cpackage%2CparentReference%2CremoteItem";
    private const string DownloadUrl = "https://download.example/file?tempauth=secret";

    internal static async Task RunAsync(Checks checks)
    {
        var content = Convert.FromBase64String("jRRDVA==");
        var service = new CannedService()
            .On(
                "GET", $"me/drive/root:/small.bin{Select}", HttpStatusCode.OK,
                """{ "id": "1", "size": 4, "eTag": "e", "file": { "hashes": { "quickXorHash": "jaDAEKgAAAAAAAAABAAAAAAAAAA=" } } }""")
            .On("GET", "me/drive/root:/small.bin:/content", HttpStatusCode.Found, "", ("Location", DownloadUrl))
            .On("GET", DownloadUrl, _ => CannedService.Answer(HttpStatusCode.OK, content, "application/octet-stream"));
        using var client = Client.For(service);
        using var received = new MemoryStream();

        var result = await client.Content.DownloadAsync(DriveAddress.Me.Path("/small.bin"), received);

        checks.Same("a file is downloaded", content, received.ToArray());
        checks.Equal("its hash is verified", ContentIntegrity.Verified, result.Integrity);
        checks.That("the redirect was followed without the token", service.Last is { Address: DownloadUrl, HasToken: false });
        checks.That("the service itself got the token", service.Requests.SkipLast(1).All(request => request.HasToken));
        checks.That("nothing else was sent", service.IsDone && service.Requests.Count == 3);
    }
}
