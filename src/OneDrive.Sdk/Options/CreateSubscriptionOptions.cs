namespace OneDrive.Sdk;

/// <summary>Options for creating a subscription.</summary>
public sealed class CreateSubscriptionOptions
{
    /// <summary>
    /// A secret that each notification contains, up to 128 characters. Check it with
    /// <see cref="Models.ChangeNotification.HasClientState"/>, because any sender can call a web address.
    /// </summary>
    /// <value>Default: <see langword="null"/>, notifications cannot be authenticated.</value>
    public string? ClientState { get; init; }

    /// <summary>
    /// The address of lifecycle notifications: reauthorization required, subscription removed, notifications missed. It cannot be added
    /// later.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Uri? LifecycleNotificationUrl { get; init; }

    /// <summary>The kinds of changes; drives support <c>updated</c> only.</summary>
    /// <value>Default: <c>updated</c>.</value>
    public IReadOnlyList<string> ChangeTypes { get; init; } = ["updated"];

    /// <summary>Whether changes of permissions are included; OneDrive for Business and SharePoint only.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeSecurityChanges { get; init; }

    /// <summary>The latest version of TLS that the receiver supports, such as <c>v1_2</c>.</summary>
    /// <value>Default: <see langword="null"/>, the service uses 1.2.</value>
    public string? LatestSupportedTlsVersion { get; init; }
}
