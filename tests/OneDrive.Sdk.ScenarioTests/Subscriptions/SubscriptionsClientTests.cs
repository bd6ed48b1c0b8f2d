using OneDrive.Sdk.Emulator;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.ScenarioTests.Support;
using OneDrive.Sdk.Tests.Support;

namespace OneDrive.Sdk.ScenarioTests.Subscriptions;

public sealed class SubscriptionsClientTests : IAsyncLifetime
{
    private static readonly CreateSubscriptionOptions WithState = new() { ClientState = "known to both" };

    private Scenario _scenario = null!;
    private Receiver _receiver = null!;

    private ISubscriptionsClient Subscriptions => _scenario.Client.Subscriptions;

    public async Task InitializeAsync()
    {
        _scenario = await Scenario.StartAsync();
        _receiver = Receiver.Start();
    }

    public async Task DisposeAsync()
    {
        await _scenario.DisposeAsync();
        await _receiver.DisposeAsync();
    }

    [Fact]
    public async Task CreateAsync_AndAChange_TellsTheReceiver_WhoThenReadsTheChanges()
    {
        var subscription = await Subscriptions.CreateAsync(DriveAddress.Me.Root, _receiver.Url, In(TimeSpan.FromHours(1)), WithState);
        var checkpoint = await _scenario.Client.Changes.GetLatestCheckpointAsync(DriveAddress.Me.Root);
        await _scenario.Client.Items.CreateFolderAsync(DriveAddress.Me.Root, "New");

        var notification = (await _receiver.NextAsync()).Value.Single();

        Assert.Equal((subscription.Id, "me/drive/root", "updated"), (
            notification.SubscriptionId, notification.Resource, notification.ChangeType));
        Assert.True(notification.HasClientState("known to both"));
        Assert.Equal(subscription.ExpirationDateTime, notification.SubscriptionExpires);
        var names = new List<string?>();
        await foreach (var page in _scenario.Client.Changes.ReadAsync(DriveAddress.Me.Root, checkpoint, new() { ExcludeParents = true }))
        {
            names.AddRange(page.Items.Select(item => item.Name));
        }

        Assert.Equal(["New"], names);
    }

    [Fact]
    public async Task ANotification_ThatTheReceiverRefuses_ComesAgain()
    {
        _receiver.Refusals = 1;
        await Subscriptions.CreateAsync(DriveAddress.Me.Root, _receiver.Url, In(TimeSpan.FromHours(1)));
        _scenario.Drive.WithFolder("/New");

        Assert.Single((await _receiver.NextAsync()).Value);
    }

    [Fact]
    public async Task ALifecycleNotification_TellsWhatToDo()
    {
        await using var lifecycle = Receiver.Start();
        var created = await Subscriptions.CreateAsync(
            DriveAddress.Me.Root,
            _receiver.Url,
            In(TimeSpan.FromHours(1)),
            new CreateSubscriptionOptions { ClientState = "known to both", LifecycleNotificationUrl = lifecycle.Url });

        await _scenario.Emulator.Webhooks.RequireReauthorizationAsync();
        var demand = Assert.Single((await lifecycle.NextAsync()).Value);
        await Subscriptions.ReauthorizeAsync(created.Id!);
        _receiver.Refusals = 3;
        _scenario.Drive.WithFolder("/Missed");
        var missed = Assert.Single((await lifecycle.NextAsync()).Value);
        await _scenario.Emulator.Webhooks.RemoveSubscriptionsAsync();
        var removed = Assert.Single((await lifecycle.NextAsync()).Value);

        Assert.Equal(
            [LifecycleEvent.ReauthorizationRequired, LifecycleEvent.Missed, LifecycleEvent.SubscriptionRemoved],
            new[] { demand, missed, removed }.Select(notification => notification.LifecycleEvent!.Value));
        Assert.All([demand, missed, removed], notification => Assert.True(notification.HasClientState("known to both")));
        Assert.Equal(created.Id, demand.SubscriptionId);
        await Assert.ThrowsAsync<ItemNotFoundException>(() => Subscriptions.GetAsync(created.Id!));
    }

    [Fact]
    public async Task ASubscription_ThatMustBeAuthorizedAgain_IsToldOfNoChangesUntilThen()
    {
        var first = await Subscriptions.CreateAsync(DriveAddress.Me.Root, _receiver.Url, In(TimeSpan.FromHours(1)));
        await _scenario.Emulator.Webhooks.RequireReauthorizationAsync();
        var second = await Subscriptions.CreateAsync(DriveAddress.Me.Root, _receiver.Url, In(TimeSpan.FromHours(1)));

        _scenario.Drive.WithFolder("/Unseen");
        var alone = await _receiver.NextAsync();
        await Subscriptions.ReauthorizeAsync(first.Id!);
        _scenario.Drive.WithFolder("/Seen");
        NotificationPayload[] both = [await _receiver.NextAsync(), await _receiver.NextAsync()];

        Assert.Equal(second.Id, alone.Value.Single().SubscriptionId);
        Assert.Equal(
            new[] { first.Id, second.Id }.Order(), both.Select(payload => payload.Value.Single().SubscriptionId).Order());
    }

    [Fact]
    public async Task CreateAsync_WhenTheReceiverDoesNotKnowTheToken_IsRefused()
    {
        await using var stranger = Receiver.Start(_ => "hello");

        var exception = await Assert.ThrowsAsync<OneDriveApiException>(
            () => Subscriptions.CreateAsync(DriveAddress.Me.Root, stranger.Url, In(TimeSpan.FromHours(1))));

        Assert.Contains("Subscription validation request failed", exception.Message, StringComparison.Ordinal);
        await foreach (var subscription in Subscriptions.ListAsync())
        {
            Assert.Fail($"There is a subscription to {subscription.Resource}.");
        }
    }

    [Fact]
    public async Task CreateAsync_BeyondTheLongestLife_OrOfAFolderOfABusinessDrive_IsRefused()
    {
        _scenario.Drive.WithFolder("/Reports");

        await Assert.ThrowsAsync<OneDriveApiException>(
            () => Subscriptions.CreateAsync(DriveAddress.Me.Root, _receiver.Url, In(TimeSpan.FromMinutes(42_301))));
        await Assert.ThrowsAsync<OneDriveApiException>(
            () => Subscriptions.CreateAsync(DriveAddress.Me.Path("/Reports"), _receiver.Url, In(TimeSpan.FromHours(1))));
    }

    [Fact]
    public async Task ASubscription_IsListedRenewedAuthorizedAndDeleted()
    {
        var later = In(TimeSpan.FromDays(10));
        var created = await Subscriptions.CreateAsync(DriveAddress.Me.Root, _receiver.Url, In(TimeSpan.FromHours(1)), WithState);

        var renewed = await Subscriptions.RenewAsync(created.Id!, later);
        await Subscriptions.ReauthorizeAsync(created.Id!);
        var found = await Subscriptions.GetAsync(created.Id!);
        var listed = new List<string?>();
        await foreach (var subscription in Subscriptions.ListAsync())
        {
            listed.Add(subscription.Id);
        }

        await Subscriptions.DeleteAsync(created.Id!);

        Assert.Equal((later, later), (renewed.ExpirationDateTime!.Value, found.ExpirationDateTime!.Value));
        Assert.Equal([created.Id], listed);
        await Assert.ThrowsAsync<ItemNotFoundException>(() => Subscriptions.GetAsync(created.Id!));
    }

    [Fact]
    public async Task ASubscription_ThatWasNotRenewed_IsGone()
    {
        var clock = new ManualTimeProvider();
        await using var scenario = await Scenario.StartAsync(options => options.TimeProvider = clock);
        var created = await scenario.Client.Subscriptions.CreateAsync(
            DriveAddress.Me.Root, _receiver.Url, clock.GetUtcNow() + TimeSpan.FromMinutes(10));

        clock.Advance(TimeSpan.FromMinutes(11));

        await Assert.ThrowsAsync<ItemNotFoundException>(
            () => scenario.Client.Subscriptions.RenewAsync(created.Id!, clock.GetUtcNow() + TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task CreateAsync_WhenTheAnswerIsLost_IsNotRepeated_AndDeleteAsyncIs()
    {
        _scenario.Emulator.Faults
            .Add(Fault.LoseAcknowledgement().On(EmulatorOperation.CreateSubscription))
            .Add(Fault.LoseAcknowledgement().On(EmulatorOperation.DeleteSubscription));
        await Assert.ThrowsAsync<OneDriveConnectionException>(
            () => Subscriptions.CreateAsync(DriveAddress.Me.Root, _receiver.Url, In(TimeSpan.FromHours(1))));
        Assert.Single(_scenario.Emulator.Traffic.Of(EmulatorOperation.CreateSubscription));

        await foreach (var subscription in Subscriptions.ListAsync())
        {
            await Subscriptions.DeleteAsync(subscription.Id!);
        }

        Assert.Equal(2, _scenario.Emulator.Traffic.Of(EmulatorOperation.DeleteSubscription).Count);
    }

    [Fact]
    public async Task GetSocketAsync_GivesAnAddressForProgramsThatNobodyCanCall()
    {
        Assert.NotNull((await Subscriptions.GetSocketAsync(DriveAddress.Me.Root)).NotificationUrl);
        Assert.NotNull((await Subscriptions.GetListSocketAsync(ListAddress.OfDrive(DriveAddress.Me))).NotificationUrl);
    }

    // Whole seconds, as they come back.
    private static DateTimeOffset In(TimeSpan time)
    {
        var instant = TimeProvider.System.GetUtcNow() + time;
        return instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond));
    }
}
