namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The names that the service chooses when a name is in use: a number before the extension,
/// <see href="https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_post_children"/>.
/// </summary>
internal static class RenamedName
{
    /// <summary>Whether the service may have derived this name from the requested one; the requested name itself counts.</summary>
    internal static bool MayStandFor(string? name, string wanted)
    {
        if (name is null)
            return false;
        if (name.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            return true;

        var extension = Path.GetExtension(wanted);
        var stem = wanted[..^extension.Length];
        if (!name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
            || !name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
            || name.Length <= stem.Length + extension.Length)
            return false;

        // "a 1.txt" is what the service writes; "a1.txt", "a_1.txt" and "a (1).txt" cost nothing to accept.
        var number = name[stem.Length..^extension.Length].TrimStart(' ', '_', '-', '(').TrimEnd(')');
        return number.Length > 0 && number.All(char.IsAsciiDigit);
    }
}
