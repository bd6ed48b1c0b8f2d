using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Tests.Client;

public sealed class SubscriptionNotificationsTests
{
    [Fact]
    [Trait("Threat", "T28")]
    public void FindValidationToken_RepeatsNoLongText()
    {
        Assert.Equal(1024, SubscriptionNotifications.FindValidationToken($"?validationToken={new string('a', 1024)}")!.Length);
        Assert.Null(SubscriptionNotifications.FindValidationToken($"?validationToken={new string('a', 1025)}"));
    }

    [Theory]
    [InlineData("?validationToken=abc", "abc")]
    [InlineData("a=1&validationtoken=Validation%3A+a%2Bb%20c%26d", "Validation: a+b c&d")]
    [InlineData("?validationToken=%3Cscript%3E", "<script>")]
    [InlineData("?x=validationToken", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void FindValidationToken_GivesTheDecodedToken_OrNull(string? query, string? expected) =>
        Assert.Equal(expected, SubscriptionNotifications.FindValidationToken(query));

    [Fact]
    public void Parse_ReadsOldAndNewFormsAndLifecycleEvents()
    {
        var payload = SubscriptionNotifications.Parse("""
            {"value":[
            {"subscriptionId":"1","clientState":"s","resource":"/me/drive/root","changeType":"updated","subscriptionExpirationDateTime":"2030-01-01T00:00:00Z"},
            {"subscriptionId":"2","expirationDateTime":"2031-01-01T00:00:00Z"},
            {"subscriptionId":"3","lifecycleEvent":"reauthorizationRequired"},
            {"subscriptionId":"4","lifecycleEvent":"somethingNew"}]}
            """u8);

        Assert.Equal([2030, 2031, null, null], payload.Value.Select(notification => notification.SubscriptionExpires?.Year));
        Assert.Equal(LifecycleEvent.ReauthorizationRequired, payload.Value[2].LifecycleEvent);
        Assert.Equal("somethingNew", payload.Value[3].LifecycleEvent?.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"value\":7}")]
    [Trait("Threat", "T28")]
    public void Parse_OfAnythingElse_IsAFormatException(string body) =>
        Assert.Throws<FormatException>(() => SubscriptionNotifications.Parse(System.Text.Encoding.UTF8.GetBytes(body)));

    [Theory]
    [InlineData("secret", "secret", true)]
    [InlineData("secret", "secre", false)]
    [InlineData("secret", "SECRET", false)]
    [InlineData(null, "secret", false)]
    [InlineData("", "secret", false)]
    [Trait("Threat", "T28")]
    public void HasClientState_IsTrueForTheSameTextOnly(string? received, string expected, bool isSame) =>
        Assert.Equal(isSame, new ChangeNotification { ClientState = received }.HasClientState(expected));

    [Fact]
    public void HasClientState_OfNothingExpected_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new ChangeNotification { ClientState = "" }.HasClientState(""));
}
