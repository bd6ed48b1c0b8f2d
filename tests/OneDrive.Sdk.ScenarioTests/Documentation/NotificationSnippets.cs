using OneDrive.Sdk.ScenarioTests.Subscriptions;
using OneDrive.Sdk.ScenarioTests.Support;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

/// <summary>The code of docs/notifications.md, run against the emulator.</summary>
public sealed class NotificationSnippets
{
    [Fact]
    public async Task Subscribe_IsToldOfAChange()
    {
        await using var receiver = Receiver.Start();
        await using var scenario = await Scenario.StartAsync();
        var (client, notificationUrl, secret) = (scenario.Client, receiver.Url, "known to both");

        // begin: subscribe
        var subscription = await client.Subscriptions.CreateAsync(
            DriveAddress.Me.Root,
            notificationUrl,
            DateTimeOffset.UtcNow.AddDays(20),
            new CreateSubscriptionOptions { ClientState = secret });

        await client.Subscriptions.RenewAsync(subscription.Id!, DateTimeOffset.UtcNow.AddDays(25));

        // end
        scenario.Drive.WithFolder("/New");
        Assert.Equal(subscription.Id, (await receiver.NextAsync()).Value[0].SubscriptionId);
    }

    [Fact]
    public void Receive_AnswersTheTokenOrTakesTheNotification()
    {
        var secret = "known to both";
        var body = """{"value":[{"subscriptionId":"1","clientState":"known to both"},{"clientState":"guessed"}]}"""u8.ToArray();
        var changed = new List<string?>();
        (int Status, string Text) Receive(string query)
        {
            // begin: receive
            if (SubscriptionNotifications.FindValidationToken(query) is { } token)
                return (200, token);

            foreach (var notification in SubscriptionNotifications.Parse(body).Value)
            {
                if (notification.HasClientState(secret))
                    changed.Add(notification.SubscriptionId);
            }

            return (202, "");

            // end
        }

        Assert.Equal((200, "a b"), Receive("?validationToken=a%20b"));
        Assert.Equal((202, ""), Receive(""));
        Assert.Equal(["1"], changed);
    }
}
