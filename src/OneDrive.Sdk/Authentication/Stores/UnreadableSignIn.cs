namespace OneDrive.Sdk.Authentication.Stores;

/// <summary>What is said of a sign-in that is there but cannot be opened.</summary>
internal static class UnreadableSignIn
{
    internal static TokenPersistenceException Because(string why, Exception? cause = null) =>
        new($"The stored sign-in cannot be opened: {why}. Nothing was changed.", cause)
        {
            Hint = "Give the store the key that sealed the sign-in; or sign out, which removes it, and sign in again.",
        };
}
