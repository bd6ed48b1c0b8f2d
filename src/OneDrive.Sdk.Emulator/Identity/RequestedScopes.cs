namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>What a scope parameter requests: permissions of one resource, and the words of OpenID Connect.</summary>
internal sealed record RequestedScopes(
    string Audience, AudienceKind Kind, IReadOnlyList<string> Permissions, IReadOnlyList<string> OpenIdWords)
{
    private static readonly string[] Words = ["openid", "profile", "email", "offline_access"];
    private static readonly string[] EveryPermission = ["Files.ReadWrite.All", "Sites.ReadWrite.All", "User.Read"];

    public bool WantsIdToken => OpenIdWords.Contains("openid", StringComparer.Ordinal);

    public bool WantsRefreshToken => OpenIdWords.Contains("offline_access", StringComparer.Ordinal);

    /// <summary>Reads the parameter as https://learn.microsoft.com/entra/identity-platform/scopes-oidc describes it.</summary>
    public static RequestedScopes Parse(string? scope, string baseUrl)
    {
        if (string.IsNullOrWhiteSpace(scope))
        {
            throw EntraError.MissingParameter("scope");
        }

        var names = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var words = names.Where(name => Words.Contains(name, StringComparer.Ordinal)).ToList();
        var permissions = names.Except(words, StringComparer.Ordinal).Select(name => Split(name, baseUrl)).ToList();
        var audiences = permissions.Select(permission => permission.Resource).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (audiences.Count > 1)
        {
            throw Invalid(28000, $"The provided value for the input parameter scope names more than one resource: {scope}.");
        }

        var asked = permissions.Select(permission => permission.Name).ToList();
        var asksForAll = asked.Contains(".default", StringComparer.Ordinal);
        if (asksForAll && asked.Count > 1)
        {
            throw Invalid(70011, $"The provided value for the input parameter 'scope' is not valid: .default cannot be combined: {scope}.");
        }

        var audience = audiences.Count == 0 ? GraphAddresses.DefaultFor(baseUrl) : audiences[0];
        return new RequestedScopes(
            audience, Audiences.KindOf(audience, baseUrl), asksForAll ? EveryPermission : asked, words);
    }

    /// <summary>The resource of <c>{resource}/.default</c>, which is all that an application may request itself.</summary>
    public static string ReadDefault(string? scope)
    {
        if (string.IsNullOrWhiteSpace(scope))
        {
            throw EntraError.MissingParameter("scope");
        }

        var scopes = scope.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        const string Suffix = "/.default";
        if (scopes.Length != 1 || !scopes[0].EndsWith(Suffix, StringComparison.Ordinal))
        {
            throw new EntraError(
                400,
                "invalid_scope",
                1002012,
                $"The provided value for scope {scope} is not valid. Client credential flows must have a scope value "
                    + "with /.default suffixed to the resource identifier (application ID URI).");
        }

        return scopes[0][..^Suffix.Length].TrimEnd('/');
    }

    /// <summary>What the first version of the endpoints grants: everything that was consented to for a resource.</summary>
    public static RequestedScopes ForResource(string? resource, string baseUrl)
    {
        var audience = string.IsNullOrWhiteSpace(resource) ? GraphAddresses.DefaultFor(baseUrl) : resource.TrimEnd('/');
        return new RequestedScopes(audience, Audiences.KindOf(audience, baseUrl), EveryPermission, ["offline_access"]);
    }

    /// <summary>The value of the scope member of a response: permissions with their resource, as the service writes them.</summary>
    public string Write() => string.Join(
        ' ', Permissions.Select(name => $"{Audience}/{name}").Concat(OpenIdWords.Where(word => word != "offline_access")));

    private static (string Resource, string Name) Split(string scope, string baseUrl)
    {
        if (!scope.Contains("://", StringComparison.Ordinal))
        {
            return (GraphAddresses.DefaultFor(baseUrl), scope);
        }

        var slash = scope.LastIndexOf('/');
        var resource = scope[..slash].TrimEnd('/');
        return (resource, scope[(slash + 1)..]);
    }

    private static EntraError Invalid(int number, string message) => new(400, "invalid_scope", number, message);
}
