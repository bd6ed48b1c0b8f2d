namespace OneDrive.Sdk.Requests;

/// <summary>The body that prolongs a subscription.</summary>
[JsonRequest]
internal sealed partial class RenewSubscriptionRequest
{
    public required DateTimeOffset? ExpirationDateTime { get; init; }
}
