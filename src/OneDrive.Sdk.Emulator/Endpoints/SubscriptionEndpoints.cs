using System.Text.Json;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;
using OneDrive.Sdk.Emulator.Webhooks;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>Subscriptions to changes: https://learn.microsoft.com/graph/api/resources/subscription.</summary>
internal sealed class SubscriptionEndpoints(
    ItemResolver resolver,
    SubscriptionTable subscriptions,
    WebhookSender webhooks,
    EmulatorOptions options) : IEndpointRoutes
{
    private const int LongestClientState = 128;

    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(42_300);

    public Route? Match(Exchange request, GraphPath path, string method) =>
        path is { Resource: GraphResource.Item or GraphResource.List, Tail: [var first, var second] }
        && first.Equals("subscriptions", StringComparison.OrdinalIgnoreCase)
        && second.Equals("socketIo", StringComparison.OrdinalIgnoreCase)
        && method == "GET"
            ? Route.Plain(EmulatorOperation.GetSubscriptionSocket, exchange => GetSocket(exchange, path))
            : null;

    /// <summary>The route of what follows "/v1.0/subscriptions".</summary>
    public Route Match(IReadOnlyList<string> rest, string method) => (rest, method) switch
    {
        ([], "POST") => new Route(EmulatorOperation.CreateSubscription, CreateAsync),
        ([], "GET") => Route.Plain(EmulatorOperation.GetSubscription, List),
        ([var id], "GET") => Route.Plain(EmulatorOperation.GetSubscription, exchange => Get(exchange, id)),
        ([var id], "PATCH") => new Route(
            EmulatorOperation.RenewSubscription, (exchange, cancellationToken) => RenewAsync(exchange, id, cancellationToken)),
        ([var id], "DELETE") => Route.Plain(EmulatorOperation.DeleteSubscription, exchange => Delete(exchange, id)),
        ([var id, "reauthorize"], "POST") => Route.Plain(EmulatorOperation.ReauthorizeSubscription, exchange => Reauthorize(exchange, id)),
        _ => throw GraphError.MethodNotAllowed(),
    };

    public async Task<Answer> CreateAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (body.GetText("changeType") is not "updated")
        {
            throw Invalid("Drives support the change type 'updated' only.");
        }

        var clientState = body.GetText("clientState");
        if (clientState?.Length > LongestClientState)
        {
            throw Invalid("The client state is longer than 128 characters.");
        }

        var resource = body.GetText("resource") ?? throw Invalid("The resource is missing.");
        var (drive, itemId) = FindResource(exchange, resource);
        var subscription = new SubscriptionState
        {
            Id = Guid.NewGuid().ToString(),
            Drive = drive,
            ItemId = itemId,
            Resource = resource,
            ChangeType = "updated",
            NotificationUrl = ReadUrl(body, "notificationUrl") ?? throw Invalid("The notificationUrl is missing."),
            LifecycleNotificationUrl = ReadUrl(body, "lifecycleNotificationUrl"),
            ClientState = clientState,
            ApplicationId = exchange.Actor.ApplicationId,
            CreatorId = exchange.Actor.UserId ?? exchange.Actor.ApplicationId,
            Expires = ReadExpiry(body),
        };
        await ValidateAsync(subscription.NotificationUrl, cancellationToken).ConfigureAwait(false);
        if (subscription.LifecycleNotificationUrl is { } lifecycle)
        {
            await ValidateAsync(lifecycle, cancellationToken).ConfigureAwait(false);
        }

        subscriptions.Set(subscription);
        return Answer.Json(201, Render(subscription, $"{exchange.BaseUrl}/v1.0/$metadata#subscriptions/$entity"));
    }

    public Answer List(Exchange exchange) => Answer.Json(200, ListPaging.Render(
        exchange, [.. subscriptions.List().Where(subscription => IsOwn(exchange, subscription))], options.PageSize, one => Render(one)));

    public Answer Get(Exchange exchange, string id) => Answer.Json(200, Render(Find(exchange, id)));

    public async Task<Answer> RenewAsync(Exchange exchange, string id, CancellationToken cancellationToken)
    {
        var body = await JsonText.ReadObjectAsync(exchange.Body, cancellationToken).ConfigureAwait(false);
        if (body.TryGetProperty("lifecycleNotificationUrl", out _))
        {
            throw Invalid("The lifecycleNotificationUrl cannot be added to a subscription.");
        }

        var renewed = Find(exchange, id) with { Expires = ReadExpiry(body), IsPaused = false };
        subscriptions.Set(renewed);
        return Answer.Json(200, Render(renewed));
    }

    public Answer Delete(Exchange exchange, string id)
    {
        subscriptions.Remove(Find(exchange, id).Id);
        return Answer.Empty(204);
    }

    public Answer Reauthorize(Exchange exchange, string id)
    {
        subscriptions.Set(Find(exchange, id) with { IsPaused = false });
        return Answer.Empty(204);
    }

    /// <summary>The address of a socket; nothing listens there.</summary>
    public Answer GetSocket(Exchange exchange, GraphPath path)
    {
        var drive = resolver.GetDrive(exchange, path.Drive!);
        return Answer.Json(200, new JsonObject
        {
            ["id"] = Guid.NewGuid().ToString(),
            ["notificationUrl"] = $"{exchange.BaseUrl}/_socket/callback?drive={Uri.EscapeDataString(drive.Id)}&token={Guid.NewGuid():N}",
        });
    }

    private async Task ValidateAsync(Uri url, CancellationToken cancellationToken)
    {
        if (await webhooks.FindValidationProblemAsync(url, cancellationToken).ConfigureAwait(false) is { } problem)
        {
            throw new GraphError(400, "InvalidRequest", $"Subscription validation request failed. {problem}");
        }
    }

    private (DriveState Drive, string ItemId) FindResource(Exchange exchange, string resource)
    {
        var path = GraphPathParser.Parse(resource.Split('/', StringSplitOptions.RemoveEmptyEntries));
        if (path is not { Resource: GraphResource.Item, Item: { } selector, Tail.Count: 0 })
        {
            throw Invalid($"The resource '{resource}' does not support subscriptions.");
        }

        var drive = resolver.GetDrive(exchange, path.Drive!);
        lock (drive.Gate)
        {
            var item = resolver.GetItem(exchange, drive, selector);
            return item.IsFolder && (item.Parent is null || drive.Type == EmulatorDriveType.Personal)
                ? (drive, item.Id)
                : throw Invalid("Only the root of a drive supports subscriptions, and any folder of a personal drive.");
        }
    }

    private DateTimeOffset ReadExpiry(JsonElement body)
    {
        var expires = body.GetDate("expirationDateTime") ?? throw Invalid("The expirationDateTime is missing.");
        var now = options.TimeProvider.GetUtcNow();
        return expires > now && expires <= now + LongestLife
            ? expires
            : throw Invalid("Subscription expiration can only be up to 42300 minutes in the future.");
    }

    private static Uri? ReadUrl(JsonElement body, string name)
    {
        if (body.GetText(name) is not { } text)
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
            ? url
            : throw Invalid($"The {name} must be an https address.");
    }

    private SubscriptionState Find(Exchange exchange, string id)
    {
        var subscription = subscriptions.Get(id);
        return IsOwn(exchange, subscription) ? subscription : throw new GraphError(404, "ResourceNotFound", "The object was not found.");
    }

    private static bool IsOwn(Exchange exchange, SubscriptionState subscription)
        => subscription.ApplicationId == exchange.Actor.ApplicationId
            && subscription.CreatorId == (exchange.Actor.UserId ?? exchange.Actor.ApplicationId);

    private static JsonObject Render(SubscriptionState subscription, string? context = null)
    {
        var json = new JsonObject();
        if (context is not null)
        {
            json["@odata.context"] = context;
        }

        json["id"] = subscription.Id;
        json["resource"] = subscription.Resource;
        json["applicationId"] = subscription.ApplicationId;
        json["changeType"] = subscription.ChangeType;
        if (subscription.ClientState is { } clientState)
        {
            json["clientState"] = clientState;
        }

        json["latestSupportedTlsVersion"] = "v1_2";
        json["includeResourceData"] = false;
        json["notificationContentType"] = "application/json";
        json["notificationUrl"] = subscription.NotificationUrl.OriginalString;
        if (subscription.LifecycleNotificationUrl is { } lifecycle)
        {
            json["lifecycleNotificationUrl"] = lifecycle.OriginalString;
        }

        json["expirationDateTime"] = ItemRenderer.Date(subscription.Expires);
        json["creatorId"] = subscription.CreatorId;
        return json;
    }

    private static GraphError Invalid(string message) => new(400, "InvalidRequest", message);
}
