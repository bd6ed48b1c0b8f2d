using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Json;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>Orders to be notified of changes: <see href="https://learn.microsoft.com/graph/api/resources/subscription"/>.</summary>
internal static class SubscriptionCalls
{
    private const int LongestClientState = 128;
    private const string SocketVerb = "subscriptions/socketIo";

    /// <remarks>It is not repeated after an unknown outcome, because that could create two subscriptions.</remarks>
    internal static GraphCall<Subscription> Create(
        ItemAddress item, Uri notificationUrl, DateTimeOffset expires, CreateSubscriptionOptions? options = null)
    {
        options ??= new CreateSubscriptionOptions();
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.ClientState?.Length ?? 0, LongestClientState, nameof(options));
        var body = new CreateSubscriptionRequest
        {
            ChangeType = string.Join(',', options.ChangeTypes),
            NotificationUrl = Require(notificationUrl, nameof(notificationUrl)),
            LifecycleNotificationUrl =
                options.LifecycleNotificationUrl is { } lifecycle ? Require(lifecycle, nameof(options)) : null,
            Resource = item.ToRequestPath(),
            ExpirationDateTime = expires,
            ClientState = options.ClientState,
            LatestSupportedTlsVersion = options.LatestSupportedTlsVersion,
        };
        return new()
        {
            Operation = "Subscriptions.Create",
            Method = HttpMethod.Post,
            Path = "subscriptions",
            Headers = options.IncludeSecurityChanges ? [new("Prefer", "includesecuritywebhooks")] : [],
            Body = new JsonCallBody(body),
            Answer = Subscription.Read,
            IsIdempotent = false,
        };
    }

    internal static GraphCall<CollectionPage<Subscription>> List() => new()
    {
        Operation = "Subscriptions.List",
        Method = HttpMethod.Get,
        Path = "subscriptions",
        Answer = Pages.Of(Subscription.Read),
        IsIdempotent = true,
    };

    internal static GraphCall<Subscription> Get(string id) => new()
    {
        Operation = "Subscriptions.Get",
        Method = HttpMethod.Get,
        Path = PathOf(id),
        Answer = Subscription.Read,
        IsIdempotent = true,
    };

    internal static GraphCall<Subscription> Renew(string id, DateTimeOffset expires) => new()
    {
        Operation = "Subscriptions.Renew",
        Method = HttpMethod.Patch,
        Path = PathOf(id),
        Body = new JsonCallBody(new RenewSubscriptionRequest { ExpirationDateTime = expires }),
        Answer = Subscription.Read,
        Result = Get(id),
        IsIdempotent = true,
    };

    internal static GraphCall<NoContent> Delete(string id) => new()
    {
        Operation = "Subscriptions.Delete",
        Method = HttpMethod.Delete,
        Path = PathOf(id),
        IsIdempotent = true,
        IsDoneWhenAbsentAfterDoubt = true,
    };

    internal static GraphCall<NoContent> Reauthorize(string id) => new()
    {
        Operation = "Subscriptions.Reauthorize",
        Method = HttpMethod.Post,
        Path = PathOf(id) + "/reauthorize",
        Body = EmptyCallBody.Instance,
        IsIdempotent = true,
    };

    /// <summary>See <see href="https://learn.microsoft.com/graph/api/subscriptions-socketio"/>.</summary>
    internal static GraphCall<Subscription> GetSocket(ItemAddress item) =>
        GetSocket("Subscriptions.GetSocket", item.ToRequestPath(SocketVerb));

    internal static GraphCall<Subscription> GetSocketOfList(ListAddress list) =>
        GetSocket("Subscriptions.GetListSocket", list.ToRequestPath(SocketVerb));

    private static GraphCall<Subscription> GetSocket(string operation, string path) => new()
    {
        Operation = operation,
        Method = HttpMethod.Get,
        Path = path,
        Answer = Subscription.Read,
        IsIdempotent = true,
    };

    private static string PathOf(string id) => "subscriptions/" + PathEncoding.EncodeSegment(PathRules.RequireSegment(id));

    private static string Require(Uri address, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(address, parameterName);
        return address.IsAbsoluteUri && SecureEndpoint.IsSecure(address) && address.UserInfo.Length == 0
            ? address.OriginalString
            : throw new ArgumentException("The notification URL must be an absolute https address without user "
                + "information.", parameterName);
    }
}
