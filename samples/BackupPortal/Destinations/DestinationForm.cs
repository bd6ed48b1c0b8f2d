using System.Globalization;
using BackupPortal.Data;

namespace BackupPortal.Destinations;

/// <summary>What a person typed about a destination, and the rules for it. A secret that is left empty stays as it is.</summary>
public sealed class DestinationForm
{
    public string? Name { get; set; }

    public string? ClientId { get; set; }

    public string? ClientSecret { get; set; }

    public string? SecretExpires { get; set; }

    public string? FolderPath { get; set; }

    public string? TokenUrl { get; set; }

    public string? CertificatePassword { get; set; }

    public string? CertificateThumbprint { get; set; }

    public string? GroupOrUserId { get; set; }

    public string? DriveId { get; set; }

    public string? RetryMode { get; set; }

    public string? RetryStatusCodes { get; set; }

    public int RetryCount { get; set; } = 5;

    public bool RetryMultipliesWait { get; set; }

    public bool SearchesNonIndexed { get; set; }

    public string? ExtraHeaders { get; set; }

    public string? ServiceEndpointUri { get; set; }

    public string? ServiceResourceId { get; set; }

    public string? Issuer { get; set; }

    public string? AdditionalScopes { get; set; }

    public bool RedirectsToProvider { get; set; }

    public static DestinationForm From(Destination stored) => new()
    {
        Name = stored.Name,
        ClientId = stored.ClientId,
        SecretExpires = stored.SecretExpires?.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FolderPath = stored.FolderPath,
        TokenUrl = stored.TokenUrl,
        CertificateThumbprint = stored.CertificateThumbprint,
        GroupOrUserId = stored.GroupOrUserId,
        DriveId = stored.DriveId,
        RetryMode = stored.RetryMode,
        RetryStatusCodes = stored.RetryStatusCodes,
        RetryCount = stored.RetryCount,
        RetryMultipliesWait = stored.RetryMultipliesWait,
        SearchesNonIndexed = stored.SearchesNonIndexed,
        ExtraHeaders = stored.ExtraHeaders,
        ServiceEndpointUri = stored.ServiceEndpointUri,
        ServiceResourceId = stored.ServiceResourceId,
        Issuer = stored.Issuer,
        AdditionalScopes = stored.AdditionalScopes,
        RedirectsToProvider = stored.RedirectsToProvider,
    };

    /// <summary>What is wrong, in words for people; empty when nothing is.</summary>
    public IReadOnlyList<string> Check(Destination stored)
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(Name))
            problems.Add("Give the destination a name.");
        if (!Guid.TryParse(ClientId?.Trim(), out _))
            problems.Add("The client id is the Application (client) ID of the overview page: a GUID such as "
                + "11111111-2222-3333-4444-555555555555.");
        var needsSecret = stored.Kind != DestinationKind.Certificate;
        if (needsSecret && string.IsNullOrWhiteSpace(ClientSecret) && stored.ClientSecret is null)
            problems.Add("Enter the client secret.");
        if (LooksLikeSecretId(ClientSecret))
            problems.Add("This looks like the Secret ID. Copy the Value of the client secret: the column beside it, shown "
                + "only once after Add.");
        if (LooksMasked(ClientSecret))
            problems.Add("This is the masked value. The portal of Azure shows a secret only once: create a new client secret "
                + "and copy its Value.");
        if (stored.Kind == DestinationKind.Certificate)
            CheckApplication(problems);
        if (stored.Kind == DestinationKind.BusinessV1
            && string.IsNullOrWhiteSpace(ServiceEndpointUri) != string.IsNullOrWhiteSpace(ServiceResourceId))
            problems.Add("Enter both serviceEndpointUri and serviceResourceId, or neither to ask the discovery service.");
        if (stored.Kind == DestinationKind.BusinessV1 && !string.IsNullOrWhiteSpace(ServiceEndpointUri)
            && !(Uri.TryCreate(ServiceEndpointUri.Trim(), UriKind.Absolute, out var endpoint)
                && (endpoint.Scheme == "https" || endpoint.IsLoopback)))
        {
            problems.Add("serviceEndpointUri must be an https address such as https://contoso-my.sharepoint.com/_api/v2.0.");
        }

        if (stored.Kind == DestinationKind.OpenId && !Uri.TryCreate(Issuer?.Trim(), UriKind.Absolute, out _))
            problems.Add("The issuer location is https://login.microsoftonline.com/<Tenant ID>/v2.0.");
        return problems;
    }

    /// <summary>Writes the form into the destination. Settings of the sign-in that change make a new sign-in necessary.</summary>
    public void Apply(Destination stored)
    {
        var changesSignIn = stored.ClientId != Clean(ClientId) || !string.IsNullOrWhiteSpace(ClientSecret)
            || (stored.TokenUrl ?? "") != Clean(TokenUrl) || (stored.Issuer ?? "") != Clean(Issuer)
            || (stored.ServiceEndpointUri ?? "") != Clean(ServiceEndpointUri);
        (stored.Name, stored.ClientId, stored.FolderPath) = (Clean(Name), Clean(ClientId), "/" + Clean(FolderPath).Trim('/'));
        if (stored.FolderPath == "/")
            stored.FolderPath = "";
        if (!string.IsNullOrWhiteSpace(ClientSecret))
            stored.ClientSecret = ClientSecret.Trim();
        stored.SecretExpires = DateTimeOffset.TryParse(SecretExpires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
            out var expires)
            ? expires
            : null;
        (stored.TokenUrl, stored.GroupOrUserId, stored.DriveId) = (Optional(TokenUrl), Optional(GroupOrUserId), Optional(DriveId));
        stored.CertificateThumbprint = Optional(CertificateThumbprint);
        stored.RetryMode = RetryMode ?? stored.RetryMode;
        stored.RetryStatusCodes = Clean(RetryStatusCodes) is { Length: > 0 } codes ? codes : stored.RetryStatusCodes;
        // Only the form of a certificate has these fields; others post nothing for them.
        if (stored.Kind == DestinationKind.Certificate)
            (stored.RetryCount, stored.RetryMultipliesWait) = (RetryCount, RetryMultipliesWait);
        (stored.SearchesNonIndexed, stored.ExtraHeaders) = (SearchesNonIndexed, Optional(ExtraHeaders));
        (stored.ServiceEndpointUri, stored.ServiceResourceId) = (Optional(ServiceEndpointUri), Optional(ServiceResourceId));
        (stored.Issuer, stored.AdditionalScopes) = (Optional(Issuer), Optional(AdditionalScopes));
        stored.RedirectsToProvider = RedirectsToProvider;
        if (changesSignIn)
            stored.IsAuthorized = false;
        stored.Version++;
    }

    private static bool LooksLikeSecretId(string? secret) => Guid.TryParse(secret?.Trim(), out _);

    private static bool LooksMasked(string? secret) => secret?.Trim() is { Length: > 0 } text && text.TrimEnd('*').Length <= 3
        && text.EndsWith("**", StringComparison.Ordinal);

    private static string Clean(string? text) => text?.Trim() ?? "";

    private static string? Optional(string? text) => Clean(text) is { Length: > 0 } value ? value : null;

    private void CheckApplication(List<string> problems)
    {
        if (!Uri.TryCreate(TokenUrl?.Trim(), UriKind.Absolute, out var url)
            || !url.AbsolutePath.EndsWith("/oauth2/v2.0/token", StringComparison.Ordinal))
            problems.Add("The token URL is the OAuth 2.0 token endpoint (v2): https://login.microsoftonline.com/<Tenant "
                + "ID>/oauth2/v2.0/token.");
        if (Clean(GroupOrUserId) is { Length: > 0 } owner
            && !owner.StartsWith("/users/", StringComparison.Ordinal) && !owner.StartsWith("/groups/", StringComparison.Ordinal))
        {
            problems.Add("The default group or user is /users/{id or email} or /groups/{id or email}.");
        }
    }
}
