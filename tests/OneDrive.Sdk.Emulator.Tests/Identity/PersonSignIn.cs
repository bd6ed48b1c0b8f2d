using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Tests.Support;

namespace OneDrive.Sdk.Emulator.Tests.Identity;

/// <summary>The steps of a person's sign-in over plain HTTP.</summary>
internal sealed class PersonSignIn(EmulatorClient client, EmulatorApplication application, string? secret)
{
    internal const string Callback = "https://app.example/callback";
    internal const string Verifier = "0123456789012345678901234567890123456789012";

    internal static string Challenge { get; } =
        Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    internal string Tenant { get; init; } = "common";

    /// <summary>Opens the sign-in page; a value of null takes a parameter away.</summary>
    internal Task<HttpResponseMessage> AuthorizeAsync(params (string Name, string? Value)[] changes)
    {
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["client_id"] = application.ClientId,
            ["response_type"] = "code",
            ["redirect_uri"] = Callback,
            ["scope"] = "Files.ReadWrite.All User.Read offline_access",
            ["state"] = "state & 1",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        var query = string.Join(
            '&', parameters.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value!)}"));
        return client.Http.GetAsync(new Uri($"{Tenant}/oauth2/v2.0/authorize?{query}", UriKind.Relative));
    }

    /// <summary>Signs in and gives the code.</summary>
    internal async Task<string> GetCodeAsync(params (string Name, string? Value)[] changes)
    {
        using var response = await AuthorizeAsync(changes);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        return Query(response.Headers.Location!)["code"];
    }

    /// <summary>Posts to the token endpoint.</summary>
    internal async Task<(HttpStatusCode Status, JsonNode Json)> PostAsync(params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal) { ["client_id"] = application.ClientId };
        if (secret is not null)
        {
            form["client_secret"] = secret;
        }

        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        using var response = await client.Http.PostAsync(
            new Uri($"{Tenant}/oauth2/v2.0/token", UriKind.Relative), new FormUrlEncodedContent(form));
        return (response.StatusCode, await EmulatorClient.ReadJsonAsync(response));
    }

    internal Task<(HttpStatusCode Status, JsonNode Json)> RedeemAsync(string code, params (string Name, string Value)[] fields) =>
        PostAsync(
        [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier), .. fields,
        ]);

    internal Task<(HttpStatusCode Status, JsonNode Json)> RefreshAsync(string token, params (string Name, string Value)[] fields) =>
        PostAsync([("grant_type", "refresh_token"), ("refresh_token", token), .. fields]);

    internal static Dictionary<string, string> Query(Uri address) => address.Query.TrimStart('?').Split('&')
        .Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
}
