using System.Text;
using System.Text.Json;
using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Tests.Support.Json;

namespace OneDrive.Sdk.Tests.Json;

public class ModelReaderTests
{
    [Theory]
    [InlineData("""{"n\u0061me":"x"}""", "x")]
    [InlineData("""{"name":"first","name":"last"}""", "last")]
    [InlineData("""{"name":"first","name":null}""", null)]
    [InlineData("""{"Name":"x"}""", null)]
    public void Read_OfNames_TakesThoseOfTheService(string json, string? expected) =>
        Assert.Equal(expected, ModelText.Read<DriveItem>(json).Name);

    [Theory]
    [InlineData("""{"id":"1"} x""")]
    [InlineData("""{"id":"1"}{}""")]
    [InlineData("""{"id":"1",}""")]
    [InlineData("""{"id":"1""")]
    [InlineData("""{'id':'1'}""")]
    public void Read_OfWhatIsNotJson_IsRefused(string json) => Assert.ThrowsAny<JsonException>(() => ModelText.Read<DriveItem>(json));

    [Fact]
    public void Read_OfManyNames_KeepsFewOfThem()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 20_000).Select(number => $"\"name{number}\":1")) + ",\"name\":\"x\"}";

        var item = ModelText.Read<DriveItem>(json);

        Assert.Equal(("x", 20_000), (item.Name, item.AdditionalData!.Count));
    }

    [Fact]
    public async Task Read_ByManyThreads_GivesTheSameNames()
    {
        var json = "{" + string.Join(',', Enumerable.Range(0, 2_000).Select(number => $"\"member{number}\":{number}")) + "}";

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() =>
        {
            for (var times = 0; times < 20; times++)
            {
                var others = ModelText.Read<DriveItem>(json).AdditionalData!;
                Assert.All(others, pair => Assert.Equal(pair.Key, "member" + pair.Value.GetRawText()));
            }
        })));
    }

    [Fact]
    public void Read_OfNestedChildren_IsBoundedInDepth()
    {
        static string Nested(int depth) =>
            string.Concat(Enumerable.Repeat("{\"children\":[", depth)) + "{\"id\":\"x\"}" + string.Concat(Enumerable.Repeat("]}", depth));

        Assert.NotEmpty(ModelText.Read<DriveItem>(Nested(100)).Children);
        Assert.ThrowsAny<JsonException>(() => ModelText.Read<DriveItem>(Nested(5_000)));
    }

    [Fact]
    public void AdditionalData_IsReadOnly() => Assert.IsNotAssignableFrom<IDictionary<string, object>>(
        ModelText.Read<DriveItem>("""{"x":1}""").AdditionalData);

    [Fact]
    public void TokenAnswer_WithAMarkAndBadUnicode_IsRead()
    {
        var answer = TokenResponse.Read(Marked("""{"access_token":"t","expires_in":"60","error_description":"a\ud800b"}"""))!;

        Assert.Equal(("t", TimeSpan.FromSeconds(60), "a\uFFFDb"), (answer.AccessToken, answer.Lifetime, answer.Description));
    }

    [Fact]
    public void KeySet_WithAMark_SkipsTheKeysThatAreBroken()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        var modulus = Base64Url.Encode(parameters.Modulus!);
        var zero = Base64Url.Encode(new byte[256]);
        var keys = SigningKey.ReadSet(Marked($$"""
            {"keys":[null,7,{"kty":"RSA","kid":"bad\ud800","n":"!","e":"AQAB"},{"kty":"RSA","kid":{},"n":7},
            {"kty":"RSA","kid":"zero","n":"{{zero}}","e":"AQAB"},{"kty":"EC","kid":"ec"},{"kty":"RSA","kid":"good","n":"{{modulus}}","e":"AQAB"}]}
            """));

        Assert.Contains(keys, key => key.Id == "good");
        Assert.DoesNotContain(keys, key => key.Id is "ec");
    }

    [Theory]
    [InlineData("""{"keys":null}""")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public void KeySet_ThatIsNone_IsRefused(string json) =>
        Assert.ThrowsAny<JsonException>(() => SigningKey.ReadSet(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"jwks_uri\":null")]
    [InlineData("\"jwks_uri\":7")]
    [InlineData("\"jwks_uri\":\"\\ud800\"")]
    [InlineData("\"jwks_uri\":\"not an address\"")]
    [InlineData("\"jwks_uri\":[]")]
    public void OpenIdConfiguration_WithAnOddMember_IsRefusedTyped(string member)
    {
        var authority = TenantAuthority.TryCreate("organizations", null, OneDriveCloud.Global, out _)!;
        var root = "https://login.microsoftonline.com/organizations";
        var json = $$"""
            {"issuer":"https://login.microsoftonline.com/{tenantid}/v2.0","authorization_endpoint":"{{root}}/oauth2/v2.0/authorize",
            "token_endpoint":"{{root}}/oauth2/v2.0/token",{{member}}}
            """;

        var exception = Assert.Throws<OneDriveAuthenticationException>(() => OpenIdConfiguration.Read(Marked(json), authority));

        Assert.Contains("jwks_uri", exception.Message, StringComparison.Ordinal);
    }

    private static byte[] Marked(string json) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(json)];
}
