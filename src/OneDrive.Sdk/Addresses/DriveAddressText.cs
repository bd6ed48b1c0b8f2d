namespace OneDrive.Sdk.Addresses;

/// <summary>Reads the written form of a drive address.</summary>
internal static class DriveAddressText
{
    private const string DriveSuffix = "/drive";

    internal static DriveAddress Parse(string text)
    {
        var rest = text.StartsWith('/') ? text[1..] : text;
        if (rest.EndsWith('/'))
            rest = rest[..^1];

        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0)
            return IsWord(rest, "me") ? DriveAddress.Me : throw Unknown(text);

        var collection = rest[..slash];
        var value = rest[(slash + 1)..];
        if (IsWord(collection, "drives"))
            return Create(text, value, DriveAddress.ById);
        if (IsWord(collection, "me"))
            return IsWord(value, "drive") ? DriveAddress.Me : throw Unknown(text);

        value = WithoutSuffix(value);
        if (IsWord(collection, "users"))
            return Create(text, value, DriveAddress.User);
        if (IsWord(collection, "groups"))
            return Create(text, value, DriveAddress.Group);
        return IsWord(collection, "sites") ? Create(text, value, DriveAddress.Site) : throw Unknown(text);
    }

    // In "host:/sites/drive" the last word belongs to the site; only after a closing colon is it the suffix.
    private static string WithoutSuffix(string value)
    {
        if (!value.EndsWith(DriveSuffix, StringComparison.OrdinalIgnoreCase))
            return value;
        var owner = value[..^DriveSuffix.Length];
        return owner.Contains(":/", StringComparison.Ordinal) && !owner.EndsWith(':') ? value : owner;
    }

    private static bool IsWord(string text, string word) => string.Equals(text, word, StringComparison.OrdinalIgnoreCase);

    private static DriveAddress Create(string text, string value, Func<string, DriveAddress> factory)
    {
        try
        {
            return factory(value);
        }
        catch (ArgumentException exception)
        {
            throw Unknown(text, exception);
        }
    }

    private static ArgumentException Unknown(string text, ArgumentException? cause = null) => new(
        $"'{text}' is not a drive address. Use me, /drives/{{id}}, /users/{{id}}, /groups/{{id}} or /sites/{{id}}.", nameof(text), cause);
}
