using System.Net;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests;

public sealed class MainPathTests
{
    [Fact]
    public async Task ClientSecret_FolderUploadListDownload_RoundTripsTheBytes()
    {
        await using var client = await EmulatorClient.StartAsync();
        var emulator = client.Emulator;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = OneDriveEmulator.DefaultClientId,
            ["client_secret"] = OneDriveEmulator.DefaultClientSecret,
            ["scope"] = $"{emulator.Endpoint}.default",
        });
        using var signIn = await client.Http.PostAsync($"{emulator.TenantId}/oauth2/v2.0/token", form);
        Assert.Equal(HttpStatusCode.OK, signIn.StatusCode);
        client.Token = (await EmulatorClient.ReadJsonAsync(signIn))["access_token"]!.GetValue<string>();

        using var created = await client.PostAsync(
            "v1.0/users/adele@contoso.example/drive/root/children",
            """{"name":"Reports","folder":{}}""");
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);

        var content = Bytes.Of((3 * Bytes.FragmentUnit) + 17);
        var url = await client.CreateSessionAsync("Reports/big.bin");
        using var first = await client.PutFragmentAsync(url, new ArraySegment<byte>(content, 0, 2 * Bytes.FragmentUnit), 0, content.Length);
        Assert.Equal(HttpStatusCode.Accepted, first.StatusCode);
        Assert.Equal("655360-", (await EmulatorClient.ReadJsonAsync(first))["nextExpectedRanges"]![0]!.GetValue<string>());
        using var last = await client.PutFragmentAsync(url, content, 2 * Bytes.FragmentUnit, content.Length);
        Assert.Equal(HttpStatusCode.Created, last.StatusCode);

        using var listed = await client.GetAsync($"{client.Drive}/root:/Reports:/children");
        var item = Assert.Single((await EmulatorClient.ReadJsonAsync(listed))["value"]!.AsArray())!;
        Assert.Equal("big.bin", item["name"]!.GetValue<string>());
        Assert.Equal(content.Length, item["size"]!.GetValue<long>());

        using var redirect = await client.GetAsync($"{client.Drive}/items/{item["id"]}/content");
        Assert.Equal(HttpStatusCode.Redirect, redirect.StatusCode);
        using var download = await client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);
        Assert.Equal(content, await download.Content.ReadAsByteArrayAsync());
        Assert.Equal(content, await emulator.ReadContentAsync(emulator.DefaultUser.Drive.Id, "reports/BIG.bin"));
    }
}
