using OneDrive.Sdk.Calls;
using VerifyXunit;

namespace OneDrive.Sdk.Tests.Calls;

/// <summary>What each call about subscriptions puts on the wire.</summary>
public sealed class SubscriptionCallsTests
{
    private static readonly Uri Receiver = new("https://contoso.example/hook?x=1");
    private static readonly DateTimeOffset Expires = new(2026, 4, 1, 10, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task Create_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a drive", SubscriptionCalls.Create(DriveAddress.Me.Root, Receiver, Expires)),
        ("with everything", SubscriptionCalls.Create(DriveAddress.ById("b!d").Root, Receiver, Expires, new()
        {
            ClientState = "secret \"text\"",
            LifecycleNotificationUrl = new Uri("https://contoso.example/lifecycle"),
            ChangeTypes = ["created", "updated"],
            IncludeSecurityChanges = true,
            LatestSupportedTlsVersion = "v1_2",
        }))));

    [Fact]
    public async Task List_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("all", SubscriptionCalls.List())));

    [Fact]
    public async Task Get_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("by id", SubscriptionCalls.Get("7f105c7d"))));

    [Fact]
    public async Task Renew_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("until later", SubscriptionCalls.Renew("7f105c7d", Expires))));

    [Fact]
    public async Task Delete_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(("by id", SubscriptionCalls.Delete("7f105c7d"))));

    [Fact]
    public async Task Reauthorize_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("by id", SubscriptionCalls.Reauthorize("7f105c7d"))));

    [Fact]
    public async Task GetSocketOfList_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a library", SubscriptionCalls.GetSocketOfList(ListAddress.OfDrive(DriveAddress.ById("b!drive"))))));

    [Fact]
    public async Task GetSocket_OnTheWire() => await Verifier.Verify(await WireText.OfAsync(
        ("of a drive", SubscriptionCalls.GetSocket(DriveAddress.Me.Root))));

    [Theory]
    [InlineData("http://contoso.example/hook")]
    [InlineData("https://me@contoso.example/hook")]
    [InlineData("/hook")]
    public void Create_WithAnAddressThatIsNotSafe_IsRefused(string address) => Assert.Throws<ArgumentException>(
        () => SubscriptionCalls.Create(DriveAddress.Me.Root, new Uri(address, UriKind.RelativeOrAbsolute), Expires));

    [Fact]
    public void Create_WithAClientStateThatIsTooLong_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(
        () => SubscriptionCalls.Create(DriveAddress.Me.Root, Receiver, Expires, new() { ClientState = new string('x', 129) }));
}
