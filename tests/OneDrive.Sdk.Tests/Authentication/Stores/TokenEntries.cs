using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Tests.Authentication.Stores;

internal static class TokenEntries
{
    internal const string RefreshToken = "refresh-CANARY-0123456789";

    internal static TokenStoreEntry Create(string key, long version = 1, string token = RefreshToken) => new()
    {
        Key = key,
        Version = version,
        RefreshToken = token,
        Scopes = ["Files.ReadWrite.All", "offline_access"],
        Account = new UserAccount
        {
            Issuer = "https://login.example/t/v2.0",
            Subject = "subject",
            ObjectId = "object",
            TenantId = "tenant",
            UserName = "CANARY@contoso.example",
            DisplayName = "Adele",
        },
        Saved = new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero),
    };
}
