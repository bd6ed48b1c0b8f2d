using OneDrive.Sdk;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

// An emulator takes the place of Microsoft's service. For the real one, leave out the cloud and use the ids of your app registration.
await using var emulator = await OneDriveEmulator.StartAsync();
var cloud = OneDriveCloud.Custom(emulator.Endpoint, emulator.Endpoint);

using var tokens = new ClientSecretTokenProvider(
    new ClientSecretOptions
    {
        TenantId = OneDriveEmulator.DefaultTenantId,
        ClientId = OneDriveEmulator.DefaultClientId,
        ClientSecret = OneDriveEmulator.DefaultClientSecret,
    },
    cloud);
using var client = new OneDriveClient(tokens, new OneDriveOptions { Cloud = cloud });

var folder = DriveAddress.User(emulator.DefaultUser.UserPrincipalName).Path("/Hello");
using var content = new MemoryStream("Hello, world!"u8.ToArray());
var upload = await client.Content.UploadAsync(folder.Child("hello.txt"), content);
Console.WriteLine($"Uploaded {upload.Item!.Name}: {upload.Item.Size} bytes, {upload.Integrity}.");

await foreach (var item in client.Items.ListChildrenAsync(folder))
{
    Console.WriteLine($"The folder holds {item.Name}.");
}

using var copy = new MemoryStream();
await client.Content.DownloadAsync(folder.Child("hello.txt"), copy);
Console.WriteLine($"Downloaded: {System.Text.Encoding.UTF8.GetString(copy.ToArray())}");
