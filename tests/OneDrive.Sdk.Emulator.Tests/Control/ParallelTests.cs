using OneDrive.Sdk.Emulator.Tests.Control.Support;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Control;

/// <summary>Many tests on one emulator, each with a user of its own, as the documentation advises.</summary>
public sealed class ParallelTests
{
    private const int Tests = 50;
    private const int Rounds = 4;

    [Fact]
    public async Task FiftyTestsAtOnce_DoNotDisturbEachOther()
    {
        await using var control = await ControlClient.StartAsync();
        _ = control.Graph.DriveState.WithFile("untouched.txt", [1]);

        await Task.WhenAll(Enumerable.Range(0, Tests).Select(number => RunTestAsync(control, number)));

        Assert.Single((await control.GetAsync("users"))!.AsArray());
        Assert.Equal("untouched.txt", Assert.Single(control.Graph.DriveState.ListItems()).Path);
        Assert.Empty((await control.GetAsync("faults"))!.AsArray());
        Assert.Empty((await control.GetAsync("uploadSessions"))!.AsArray());
        Assert.Equal("start", Assert.Single((await control.GetAsync("snapshots"))!.AsArray())!["name"]!.GetValue<string>());
    }

    private static async Task RunTestAsync(ControlClient control, int number)
    {
        var user = (await control.PostAsync("users"))!;
        var (name, drive) = (user["userPrincipalName"]!.GetValue<string>(), $"v1.0/drives/{user["driveId"]}");
        var token = (await control.PostAsync("tokens", $$"""{"user":"{{name}}"}"""))!["accessToken"]!.GetValue<string>();
        await control.PutBytesAsync($"drives/{name}/content?path=seed/file.bin", Bytes.Of(70_000 + number));
        await control.SendAsync("PUT", $"snapshots/seeded?owner={name}");
        for (var round = 0; round < Rounds; round++)
        {
            await control.PostAsync("faults", $$"""{"kind":"Status","statusCode":503,"operation":"PutContent","owner":"{{name}}"}""");
            Assert.Equal(503, await SendAsync(control, token, HttpMethod.Put, $"{drive}/root:/new.txt:/content"));
            Assert.Equal(201, await SendAsync(control, token, HttpMethod.Put, $"{drive}/root:/new.txt:/content"));
            Assert.Equal(204, await SendAsync(control, token, HttpMethod.Delete, "v1.0/me/drive/root:/seed"));
            await control.PostAsync($"snapshots/seeded/restore?owner={name}");
            var items = (await control.GetAsync($"drives/{name}/items?recursive=true"))!["value"]!.AsArray();
            Assert.Equal(["seed", "seed/file.bin"], items.Select(item => item!["path"]!.GetValue<string>()));
            Assert.Equal(70_000 + number, items[1]!["size"]!.GetValue<int>());
        }

        await control.PostAsync($"reset?owner={name}");
        Assert.Empty((await control.GetAsync($"drives/{name}/items"))!["value"]!.AsArray());
        await control.DeleteAsync($"users/{name}");
    }

    private static async Task<int> SendAsync(ControlClient control, string token, HttpMethod method, string path)
    {
        using var content = method == HttpMethod.Put ? new ByteArrayContent([1, 2, 3]) : null;
        using var response = await control.Graph.SendAnonymouslyAsync(method, path, content, ("Authorization", $"Bearer {token}"));
        return (int)response.StatusCode;
    }
}
