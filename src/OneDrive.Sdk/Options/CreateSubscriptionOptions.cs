namespace OneDrive.Sdk;

/// <summary>How changes are told.</summary>
public sealed class CreateSubscriptionOptions
{
    /// <summary>
    /// A secret that each notification repeats, up to 128 characters; check it with
    /// <see cref="Models.ChangeNotification.HasClientState"/>, since anybody can send something to a web address.
    /// </summary>
    /// <value>Default: <see langword="null"/>, nothing shows where a notification is from.</value>
    public string? ClientState { get; init; }

    /// <summary>
    /// Where the service tells of the subscription itself: that it must be authorised again, was removed or missed something. It cannot be
    /// added later.
    /// </summary>
    /// <value>Default: <see langword="null"/>.</value>
    public Uri? LifecycleNotificationUrl { get; init; }

    /// <summary>The kinds of changes; drives know <c>updated</c> only.</summary>
    /// <value>Default: <c>updated</c>.</value>
    public IReadOnlyList<string> ChangeTypes { get; init; } = ["updated"];

    /// <summary>Whether changes of permissions are told too; OneDrive for Business and SharePoint only.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool IncludeSecurityChanges { get; init; }

    /// <summary>The newest version of TLS that the receiver knows, such as <c>v1_2</c>.</summary>
    /// <value>Default: <see langword="null"/>, the service uses 1.2.</value>
    public string? LatestSupportedTlsVersion { get; init; }
}
