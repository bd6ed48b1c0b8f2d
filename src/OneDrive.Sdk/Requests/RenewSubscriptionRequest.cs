namespace OneDrive.Sdk.Requests;

/// <summary>The body that prolongs a subscription.</summary>
internal sealed class RenewSubscriptionRequest
{
    public required DateTimeOffset? ExpirationDateTime { get; init; }
}
