using System.Text;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Recording;

public sealed class TrafficTests
{
    [Fact]
    public async Task Traffic_HoldsNoSecretOfAnyKind()
    {
        const string Secret = "canary-client-secret";
        using var certificate = Assertion.CreateCertificate();
        await using var client = await EmulatorClient.StartAsync();
        var emulator = client.Emulator;
        emulator.AddApplication(application => (application.ClientId, application.ClientSecret) = ("canary", Secret));
        emulator.RegisterCertificate("canary", certificate);
        var assertion = new Assertion(
            certificate,
            "canary",
            $"{emulator.Endpoint}{emulator.TenantId}/oauth2/v2.0/token",
            TimeProvider.System.GetUtcNow()).Sign();
        using var bySecret = await SignInAsync(client, ("client_secret", Secret));
        using var byAssertion = await SignInAsync(
            client, ("client_assertion", assertion), ("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
        client.Token = (await EmulatorClient.ReadJsonAsync(byAssertion))["access_token"]!.GetValue<string>();

        var upload = await client.CreateSessionAsync("a.bin");
        using var fragment = await client.PutFragmentAsync(upload, [1, 2, 3], 0, 3);
        using var redirect = await client.GetAsync($"{client.Drive}/root:/a.bin:/content");
        using var download = await client.SendAnonymouslyAsync(HttpMethod.Get, redirect.Headers.Location!.AbsoluteUri);
        using var inQuery = await client.GetAsync($"{client.Drive}?access_token={client.Token}&anything=canary-value&canary-flag");

        using var stream = new MemoryStream();
        await emulator.Traffic.WriteToAsync(stream);
        var text = Encoding.UTF8.GetString(stream.ToArray()) + string.Join('\n', emulator.Traffic.Select(entry => entry.ToString()));

        Assert.Equal(System.Net.HttpStatusCode.OK, download.StatusCode);
        Assert.Contains("REDACTED", text, StringComparison.Ordinal);
        var downloadSecret = SecretOf(redirect.Headers.Location.AbsoluteUri);
        foreach (var secret in new[] { Secret, assertion, client.Token, SecretOf(upload), downloadSecret, "canary-value", "canary-flag" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Traffic_TellsWhatWasAskedAndAnswered()
    {
        var clock = new MovableClock();
        await using var client = await EmulatorClient.StartAsync(options => options.TimeProvider = clock);
        client.Emulator.Faults.Add(Fault.Throttle(TimeSpan.FromSeconds(3)).On(EmulatorOperation.UploadFragment));
        var url = await client.CreateSessionAsync("f/a.bin");
        using var throttled = await client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        using var taken = await client.PutFragmentAsync(url, [1, 2, 3], 0, 3);
        var traffic = client.Emulator.Traffic.ToArray();

        Assert.Equal([1, 2, 3], traffic.Select(entry => entry.Sequence));
        Assert.Equal(
            [EmulatorOperation.CreateUploadSession, EmulatorOperation.UploadFragment, EmulatorOperation.UploadFragment],
            traffic.Select(entry => entry.Operation));
        Assert.Equal([true, false, false], traffic.Select(entry => entry.HasAuthorization));
        Assert.Equal([200, 429, 201], traffic.Select(entry => entry.StatusCode));
        Assert.Equal([null, FaultKind.Throttle, null], traffic.Select(entry => entry.Fault));
        Assert.Equal("3", traffic[1].ResponseHeaders["Retry-After"]);
        Assert.Equal("bytes 0-2/3", traffic[2].RequestHeaders["Content-Range"]);
        Assert.Equal(3, traffic[2].RequestBodyLength);
        Assert.Equal("f/a.bin", traffic[2].ItemPath);
        Assert.Equal("PUT", traffic[2].Method);
        Assert.StartsWith("/_transfer/uploadSession?guid=", traffic[2].Target, StringComparison.Ordinal);
        Assert.Equal(taken.Content.Headers.ContentLength, traffic[2].ResponseBodyLength);
        Assert.Equal(clock.GetUtcNow(), traffic[2].Time);
    }

    [Fact]
    public async Task Traffic_KeepsTheNewestOnly()
    {
        await using var client = await EmulatorClient.StartAsync(options => options.MaxRecordedExchanges = 2);
        for (var index = 0; index < 3; index++)
        {
            using var response = await client.GetAsync(client.Drive);
        }

        Assert.Equal([2, 3], client.Emulator.Traffic.Select(entry => entry.Sequence));
        client.Emulator.Traffic.Clear();
        Assert.Equal(0, client.Emulator.Traffic.Count);
    }

    [Fact]
    public async Task Application_NeverPrintsItsSecret()
    {
        await using var client = await EmulatorClient.StartAsync();

        Assert.DoesNotContain(
            OneDriveEmulator.DefaultClientSecret,
            client.Emulator.DefaultApplication.ToString(),
            StringComparison.Ordinal);
    }

    private static string SecretOf(string url) => url[(url.IndexOf("tempauth=", StringComparison.Ordinal) + "tempauth=".Length)..];

    private static Task<HttpResponseMessage> SignInAsync(EmulatorClient client, params (string Name, string Value)[] credential)
    {
        var form = credential.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)).Concat(
        [
            KeyValuePair.Create("grant_type", "client_credentials"),
            KeyValuePair.Create("client_id", "canary"),
            KeyValuePair.Create("scope", "https://graph.microsoft.com/.default"),
        ]);
        return client.Http.PostAsync($"{client.Emulator.TenantId}/oauth2/v2.0/token", new FormUrlEncodedContent(form));
    }
}
