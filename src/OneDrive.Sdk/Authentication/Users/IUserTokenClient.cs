namespace OneDrive.Sdk.Authentication;

/// <summary>Gets new tokens for a signed-in user.</summary>
internal interface IUserTokenClient
{
    DateTimeOffset Now { get; }

    /// <summary>Gets new tokens for the refresh token of an entry.</summary>
    Task<TokenSet> RefreshAsync(TokenStoreEntry entry, AccessTokenRequest request, CancellationToken cancellationToken);

    /// <summary>Reads and validates the identity token of a response; null if there is none.</summary>
    Task<UserAccount?> IdentifyAsync(TokenSet granted, string? nonce, CancellationToken cancellationToken);
}
