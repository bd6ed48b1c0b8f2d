namespace OneDrive.Sdk.Authentication;

/// <summary>How a person who signed in stays signed in.</summary>
internal interface IUserGrants
{
    DateTimeOffset Now { get; }

    /// <summary>Gets new tokens for the refresh token of an entry.</summary>
    Task<GrantedTokens> RefreshAsync(TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken);

    /// <summary>Reads and checks the identity token of an answer; null when there is none.</summary>
    Task<UserAccount?> IdentifyAsync(GrantedTokens granted, string? nonce, CancellationToken cancellationToken);
}
