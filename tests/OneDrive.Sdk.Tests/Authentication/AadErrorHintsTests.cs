using System.Text;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication;

public sealed class AadErrorHintsTests
{
    private static readonly SignInContext Context = new(
        "client-1", TenantAuthority.TryCreate("contoso.com", null, OneDriveCloud.Global, out _)!, "Sign-in");

    [Theory]
    [InlineData(7000215, "Value of the client secret, not its Secret ID")]
    [InlineData(7000222, "expired")]
    [InlineData(7000218, "Configure one")]
    [InlineData(700027, "certificate AB12")]
    [InlineData(700024, "clock of this machine")]
    [InlineData(700016, "Check ClientId, tenant and cloud")]
    [InlineData(7000229, "https://login.microsoftonline.com/contoso.com/adminconsent?client_id=client-1")]
    [InlineData(90002, "tenant does not exist")]
    [InlineData(900439, "another cloud than Global")]
    [InlineData(50011, "this exact redirect URI")]
    [InlineData(53003, "Conditional Access")]
    [InlineData(65001, "Consent is missing")]
    [InlineData(70008, "Sign in again")]
    public void For_GivesARemedy(int code, string expected) =>
        Assert.Contains(expected, Hint($$"""{"error_codes":[{{code}}]}"""), StringComparison.Ordinal);

    [Fact]
    public void For_APublicClient_GivesBothRemedies()
    {
        var hint = Hint("""{"error_codes":[700025]}""");

        Assert.Contains("Allow public client flows", hint, StringComparison.Ordinal);
        Assert.Contains("signInAudience", hint, StringComparison.Ordinal);
    }

    [Fact]
    public void For_SeveralNumbers_TakesTheMostParticular() =>
        Assert.Contains("after 90 days", Hint("""{"error":"invalid_grant","error_codes":[70002,70008]}"""), StringComparison.Ordinal);

    [Fact]
    public void For_ANumberInTheTextOnly_FindsIt() =>
        Assert.Contains(
            "Secret ID", Hint("""{"error_description":"AADSTS7000215: Invalid client secret provided."}"""), StringComparison.Ordinal);

    [Fact]
    public void For_APersonalAccountThatIsNotAdmitted_RecognizesTheWord() => Assert.Contains(
        "signInAudience",
        Hint("""{"error_description":"The request is not valid for the application's 'userAudience' configuration."}"""),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"error_codes":[1]}""")]
    [InlineData("""{"error":"invalid_grant"}""")]
    [InlineData("""{"error_description":"AADSTS: nothing"}""")]
    [InlineData("""{"error_description":"AADSTS99999999999999999999"}""")]
    [InlineData("""{"error_codes":["7000215",{}]}""")]
    public void For_WhatIsUnknown_SaysNothing(string json) => Assert.Null(Hint(json));

    private static string? Hint(string json)
    {
        var answer = TokenResponse.Read(Encoding.UTF8.GetBytes(json))!;
        return AadErrorHints.For(answer.ErrorCodes, answer.Description, Context, "AB12");
    }
}
