using OneDrive.Sdk.Transfers.Folders;

namespace OneDrive.Sdk;

/// <summary>
/// Tells which names OneDrive and this machine take, without a request, and maps the others: characters that are refused become the
/// full-width characters that look like them. Every mapping can be undone.
/// </summary>
public static class ItemNames
{
    /// <summary>The longest path of an item from the root of its drive, in characters.</summary>
    /// <value>
    /// 400: see https://support.microsoft.com/office/restrictions-and-limitations-in-onedrive-and-sharepoint-64883a5d-228e-48f5-b3d2-eb39e07630fa.
    /// </value>
    public const int MaximumPathLength = 400;

    /// <summary>The longest name of an item, in characters.</summary>
    /// <value>255.</value>
    public const int MaximumNameLength = 255;

    /// <summary>Checks a name for OneDrive.</summary>
    /// <param name="name">A single name, not encoded.</param>
    /// <returns>Why OneDrive refuses it; null when it is taken.</returns>
    public static ItemNameProblem? CheckRemote(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return RemoteNameRules.Check(name);
    }

    /// <summary>Checks a name for the disk, by rules that are the same on every platform.</summary>
    /// <param name="name">A single name, not encoded.</param>
    /// <returns>Why the name cannot be used; null when it can.</returns>
    public static LocalNameProblem? CheckLocal(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return SafeLocalPath.Check(name);
    }

    /// <summary>
    /// The name at OneDrive of a local file or folder: what OneDrive refuses is replaced, <c>a:b</c> becomes <c>a：b</c>. Different names
    /// stay different.
    /// </summary>
    /// <param name="localName">A single local name.</param>
    /// <returns>A name that OneDrive takes, unless it is too long or empty.</returns>
    public static string ToRemote(string localName)
    {
        ArgumentNullException.ThrowIfNull(localName);
        return NameCodec.Remote.Encode(NameCodec.Local.DecodeRefused(localName));
    }

    /// <summary>
    /// The local name of an item: a name that <see cref="ToRemote"/> made becomes what it was, and what this machine refuses is replaced.
    /// The result never leads to another folder.
    /// </summary>
    /// <param name="remoteName">A single name, as the service gives it.</param>
    /// <returns>A name for this machine, unless it is too long or empty.</returns>
    public static string ToLocal(string remoteName)
    {
        ArgumentNullException.ThrowIfNull(remoteName);
        return NameCodec.Local.EncodeRefused(NameCodec.Remote.Decode(remoteName));
    }
}
