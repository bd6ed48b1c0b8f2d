using System.Text;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.Stores;

/// <summary>A pending sign-in in a shared store is complete after it was sealed and opened.</summary>
public sealed class SealedSessionTests
{
    private static readonly StoreSeal Seal = new(new TokenEncryptionKeys("key", [.. Enumerable.Range(1, 32).Select(i => (byte)(i * 37))]));

    [Theory]
    [InlineData("destination-7")]
    [InlineData(null)]
    public void OpenSession_ReturnsEveryMemberThatWasSealed(string? applicationData)
    {
        var session = new AuthorizationSession
        {
            State = "state",
            Nonce = "nonce",
            CodeVerifier = "verifier",
            Key = "adele",
            RedirectUri = "https://app.example/callback",
            Issuer = "https://login.example/tenant/v2.0",
            Scopes = ["Files.Read", "offline_access"],
            ApplicationData = applicationData,
            Expires = new DateTimeOffset(2027, 6, 30, 12, 0, 0, TimeSpan.Zero),
        };

        var opened = Seal.OpenSession("state", Seal.Seal(session))!;

        Assert.All(
            typeof(AuthorizationSession).GetProperties(),
            property => Assert.Equal(property.GetValue(session), property.GetValue(opened)));
    }

    [Fact]
    public void OpenSession_ReadsASessionOfAnEarlierVersion()
    {
        var session = StoredAuthorizationSession.Read(Encoding.UTF8.GetBytes("""
            {"state":"s","nonce":"n","codeVerifier":"v","key":"k","redirectUri":"r","issuer":"i","scopes":[],"expires":"2027-06-30T12:00:00Z"}
            """));

        Assert.Null(session.ApplicationData);
        Assert.Equal("k", session.Key);
    }
}
