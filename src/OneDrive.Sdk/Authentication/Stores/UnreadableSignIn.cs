namespace OneDrive.Sdk.Authentication;

/// <summary>What is said of a sign-in that is there but cannot be opened.</summary>
internal static class UnreadableSignIn
{
    internal static TokenPersistenceException Because(string why, Exception? cause = null) =>
        new($"The stored sign-in cannot be decrypted: {why}. Nothing was changed.", cause)
        {
            Hint = "Add the key that encrypted the sign-in to the store. Or sign out, which removes the entry, and sign in again.",
        };
}
