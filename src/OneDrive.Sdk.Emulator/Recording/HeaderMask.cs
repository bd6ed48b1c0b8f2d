using Microsoft.AspNetCore.Http;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Recording;

/// <summary>Takes headers over without their secrets: all of them, or those that matter in every recording.</summary>
internal static class HeaderMask
{
    private static readonly string[] SecretWords = ["auth", "cookie", "token", "secret", "password", "key", "signature", "credential"];
    private static readonly string[] HarmlessNames = ["WWW-Authenticate"];
    private static readonly string[] AddressNames = ["Location", "Content-Location", "Referer", "Origin"];

    /// <summary>All headers.</summary>
    public static Dictionary<string, string> TakeAll(IHeaderDictionary headers)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in headers)
        {
            taken[name] = Mask(name, values.ToString());
        }

        return taken;
    }

    /// <summary>The headers of these names.</summary>
    public static Dictionary<string, string> Take(IHeaderDictionary headers, string[] names)
    {
        var taken = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (headers.TryGetValue(name, out var values) && values.Count > 0)
            {
                taken[name] = values.ToString();
            }
        }

        return taken;
    }

    private static string Mask(string name, string value)
    {
        if (AddressNames.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return MaskAddress(value);
        }

        var isSecret = SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase))
            && !HarmlessNames.Contains(name, StringComparer.OrdinalIgnoreCase);
        return !isSecret ? SecretMask.Mask(value)
            : name.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
                && value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end
                ? $"{value[..end]} {SecretMask.Masked}"
            : SecretMask.Masked;
    }

    // What stands behind a sharp sign is for browsers, and holds codes and tokens of sign-ins.
    private static string MaskAddress(string value)
    {
        var fragment = value.IndexOf('#', StringComparison.Ordinal);
        var address = fragment < 0 ? value : value[..fragment];
        var origin = Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri.GetLeftPart(UriPartial.Authority)
            : string.Empty;
        var masked = SecretMask.Mask(origin + TargetRedactor.Redact(new RequestTarget(address)));
        return fragment < 0 ? masked : $"{masked}#{SecretMask.Masked}";
    }
}
