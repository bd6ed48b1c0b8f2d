using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Authentication;

/// <summary>The plain text of a sealed session.</summary>
internal static class StoredAuthorizationSession
{
    internal static byte[] Write(AuthorizationSession session) => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("state", session.State);
        writer.WriteString("nonce", session.Nonce);
        writer.WriteString("codeVerifier", session.CodeVerifier);
        writer.WriteString("key", session.Key);
        writer.WriteString("redirectUri", session.RedirectUri);
        writer.WriteString("issuer", session.Issuer);
        writer.WriteStartArray("scopes");
        foreach (var scope in session.Scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
        writer.Text("applicationData", session.ApplicationData);
        writer.StoredTime("expires", session.Expires);
        writer.WriteEndObject();
    });

    /// <exception cref="JsonException">It is not a session.</exception>
    internal static AuthorizationSession Read(byte[] plain) => AnswerReader.Read(plain, Read);

    private static AuthorizationSession Read(ref ModelReader reader)
    {
        string? state = null, nonce = null, codeVerifier = null, key = null, redirectUri = null, issuer = null, applicationData = null;
        IReadOnlyList<string>? scopes = null;
        DateTimeOffset? expires = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "state": state = reader.Text(); break;
                case "nonce": nonce = reader.Text(); break;
                case "codeVerifier": codeVerifier = reader.Text(); break;
                case "key": key = reader.Text(); break;
                case "redirectUri": redirectUri = reader.Text(); break;
                case "issuer": issuer = reader.Text(); break;
                case "scopes": scopes = reader.Texts(); break;
                case "applicationData": applicationData = reader.Text(); break;
                case "expires": expires = reader.StoredTime(); break;
                default: reader.Skip(); break;
            }
        }

        return new AuthorizationSession
        {
            State = JsonBytes.Required(state, "state"),
            Nonce = JsonBytes.Required(nonce, "nonce"),
            CodeVerifier = JsonBytes.Required(codeVerifier, "codeVerifier"),
            Key = JsonBytes.Required(key, "key"),
            RedirectUri = JsonBytes.Required(redirectUri, "redirectUri"),
            Issuer = JsonBytes.Required(issuer, "issuer"),
            Scopes = scopes ?? [],
            ApplicationData = applicationData,
            Expires = JsonBytes.Required(expires, "expires"),
        };
    }
}
