namespace OneDrive.Sdk.Emulator.Storage.Records;

/// <summary>
/// One thing as it is from now on; exactly one property is set. An entry replaces every earlier one about the same thing, so that reading
/// entries twice does no harm.
/// </summary>
internal sealed record StateEntry
{
    public FolderRecord? Folder { get; init; }

    public DriveRecord? Drive { get; init; }

    public ItemRecord? Item { get; init; }

    public ChangeRecord? Change { get; init; }

    public OwnerRecord? User { get; init; }

    public OwnerRecord? Group { get; init; }

    public SessionRecord? Session { get; init; }

    /// <summary>The id of an upload session that is over.</summary>
    public string? SessionEnded { get; init; }

    public GrantRecord? Grant { get; init; }

    public RefreshTokenRecord? RefreshToken { get; init; }

    public AccessTokenRecord? AccessToken { get; init; }

    /// <summary>Whether every access token was made invalid.</summary>
    public bool? AccessTokensCleared { get; init; }

    public KeysRecord? Keys { get; init; }

    public SubscriptionRecord? Subscription { get; init; }

    /// <summary>The id of a subscription that is over.</summary>
    public string? SubscriptionEnded { get; init; }

    public CopyRecord? Copy { get; init; }
}
