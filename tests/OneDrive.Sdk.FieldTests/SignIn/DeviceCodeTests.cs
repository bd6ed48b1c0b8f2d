using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.FieldTests.Service;

namespace OneDrive.Sdk.FieldTests.SignIn;

/// <summary>What device code endpoints answer besides what RFC 8628 says.</summary>
public sealed class DeviceCodeTests
{
    [Theory]
    [InlineData("""{"device_code":"d","user_code":"A","verification_url":"https://microsoft.com/devicelogin","expires_in":"900"}""")]
    [InlineData("""{"device_code":"d","user_code":"ABC","verification_uri":null,"verification_url":"https://microsoft.com/devicelogin"}""")]
    [InlineData("""{"device_code":"d","user_code":"A","verification_url":"x","verification_uri":"https://microsoft.com/devicelogin"}""")]
    [FieldCase(
        "F29", "F1", Source = "AzureAD/microsoft-authentication-library-for-dotnet#984",
        Report = "The endpoint returns the verification address as `verification_url`, as drafts of RFC 8628 did.",
        Right = "It is accepted, and must be https.")]
    public async Task BeginAsync_WithAVerificationUrl_ReadsIt(string answer)
    {
        var prompt = await BeginAsync(answer);

        Assert.Equal(new Uri("https://microsoft.com/devicelogin"), prompt.VerificationUri);
    }

    [Theory]
    [InlineData("""{"device_code":"d","user_code":"ABC","verification_url":"http://microsoft.com/devicelogin"}""")]
    [InlineData("""{"device_code":"d","user_code":"ABC","verification_url":"\ud83d"}""")]
    [InlineData("""{"device_code":"\ud83d","user_code":"ABC","verification_uri":"https://microsoft.com/devicelogin"}""")]
    [InlineData("""{"device_code":"d","user_code":"A\u0000C","verification_uri":"https://microsoft.com/devicelogin"}""")]
    [InlineData("""{"\ud83d":1,"device_code":{},"verification_uri":[]}""")]
    [FieldCase("F29", "F1")]
    public async Task BeginAsync_WithWhatCannotBeShown_IsATypedError(string answer) =>
        await Assert.ThrowsAsync<OneDriveAuthenticationException>(() => BeginAsync(answer));

    private static async Task<DeviceCodePrompt> BeginAsync(string answer)
    {
        await using var service = new ScriptedService(request => request.Is("POST", "/devicecode") ? Answer.Json(answer) : null);
        using var flow = new DeviceCodeFlow(
            new DeviceCodeOptions { ClientId = ScriptedIssuer.ClientId, TenantId = ScriptedIssuer.Tenant },
            cloud: OneDriveCloud.Custom(service.Endpoint, service.Endpoint));
        return await flow.BeginAsync("me");
    }
}
