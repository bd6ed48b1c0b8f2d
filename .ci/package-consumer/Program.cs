using System.Security.Cryptography;
using Azure.Core;
using Microsoft.Extensions.DependencyInjection;
using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.SharePoint;

// What a stranger does with the packages: register the client, upload a file, read it back.
await using var emulator = await OneDriveEmulator.StartAsync();

var services = new ServiceCollection();
services.AddDistributedMemoryCache();
services
    .AddOneDrive()
    .AddClientSecret(options =>
    {
        options.TenantId = emulator.TenantId;
        options.ClientId = OneDriveEmulator.DefaultClientId;
        options.ClientSecret = OneDriveEmulator.DefaultClientSecret;
    })
    .AddDistributedUploadSessionStore(new TokenEncryptionKeys("key", RandomNumberGenerator.GetBytes(32)))
    .UseEmulator(emulator.Endpoint);
await using var provider = services.BuildServiceProvider();
var client = provider.GetRequiredService<IOneDriveClient>();

var sent = RandomNumberGenerator.GetBytes(5 * 1024 * 1024 + 1);
var file = DriveAddress.User(emulator.DefaultUser.UserPrincipalName).Path("/from a package/100% #1.bin");
var result = await client.Content.UploadAsync(file, new MemoryStream(sent), new UploadOptions { ResumeKey = "key" });

// The sign-in of the client, as Azure's libraries want it.
var tokens = provider.GetRequiredKeyedService<IAccessTokenProvider>("");
var credential = new OneDriveTokenCredential(tokens, emulator.Endpoint);
var token = await credential.GetTokenAsync(new TokenRequestContext([$"{emulator.Endpoint}.default"]), default);

// What SharePoint knows of the file, through the second package.
var entry = await client.SharePoint().ListItems.GetAsync(file, new GetListItemOptions { Expand = ["fields"] });

using var received = new MemoryStream();
await client.Content.DownloadAsync(file, received);

var isSame = SHA256.HashData(sent).AsSpan().SequenceEqual(SHA256.HashData(received.ToArray()));
var verdict = isSame ? "the same" : "NOT the same";
Console.WriteLine($"{AppContext.TargetFrameworkName}: {result.Item.Size} bytes, {result.Integrity}, {verdict} after the round trip");
return isSame && entry.Fields is not null && token.Token.Length > 0 && result.Integrity == ContentIntegrity.Verified ? 0 : 1;
