using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>What stands, encrypted, instead of an entry.</summary>
internal static class StoredSignIn
{
    internal static byte[] Write(TokenStoreEntry entry) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("key", entry.Key);
        writer.WriteNumber("version", entry.Version);
        writer.WriteString("refreshToken", entry.RefreshToken);
        writer.WriteStartArray("scopes");
        foreach (var scope in entry.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        if (entry.Account is { } account)
        {
            writer.WriteStartObject("account");
            writer.WriteString("issuer", account.Issuer);
            writer.WriteString("subject", account.Subject);
            writer.Text("objectId", account.ObjectId);
            writer.Text("tenantId", account.TenantId);
            writer.Text("userName", account.UserName);
            writer.Text("displayName", account.DisplayName);
            writer.WriteEndObject();
        }

        writer.StoredTime("signedIn", entry.SignedInAt);
        writer.StoredTime("saved", entry.Saved);
        writer.WriteEndObject();
    });

    /// <exception cref="JsonException">It is not an entry.</exception>
    internal static TokenStoreEntry Read(byte[] plain) => AnswerReader.Read(plain, Read);

    private static TokenStoreEntry Read(ref ModelReader reader)
    {
        string? key = null, refreshToken = null;
        long? version = null;
        IReadOnlyList<string>? scopes = null;
        UserAccount? account = null;
        DateTimeOffset? saved = null, signedIn = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "key": key = reader.Text(); break;
                case "version": version = reader.LargeWhole(); break;
                case "refreshToken": refreshToken = reader.Text(); break;
                case "scopes": scopes = reader.Texts(); break;
                case "account": account = reader.StartsObject() ? ReadAccount(ref reader) : null; break;
                case "signedIn": signedIn = reader.StoredTime(); break;
                case "saved": saved = reader.StoredTime(); break;
                default: reader.Skip(); break;
            }
        }

        return new TokenStoreEntry
        {
            Key = JsonBytes.Required(key, "key"),
            Version = JsonBytes.Required(version, "version"),
            RefreshToken = JsonBytes.Required(refreshToken, "refreshToken"),
            Scopes = scopes ?? [],
            Account = account,
            SignedInAt = signedIn,
            Saved = JsonBytes.Required(saved, "saved"),
        };
    }

    private static UserAccount ReadAccount(ref ModelReader reader)
    {
        string? issuer = null, subject = null, objectId = null, tenantId = null, userName = null, displayName = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "issuer": issuer = reader.Text(); break;
                case "subject": subject = reader.Text(); break;
                case "objectId": objectId = reader.Text(); break;
                case "tenantId": tenantId = reader.Text(); break;
                case "userName": userName = reader.Text(); break;
                case "displayName": displayName = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return new UserAccount
        {
            Issuer = JsonBytes.Required(issuer, "issuer"),
            Subject = JsonBytes.Required(subject, "subject"),
            ObjectId = objectId,
            TenantId = tenantId,
            UserName = userName,
            DisplayName = displayName,
        };
    }
}
