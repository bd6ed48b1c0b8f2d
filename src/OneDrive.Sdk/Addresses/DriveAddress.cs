using OneDrive.Sdk.Addresses;

namespace OneDrive.Sdk;

/// <summary>The address of a drive: an immutable value that is resolved without network access.</summary>
/// <example>
/// <code>
/// var mine = DriveAddress.Me.Path("/Reports/May.xlsx");
/// var hers = DriveAddress.User("adele@contoso.com").Path("/Reports").Child("May.xlsx");
/// var library = DriveAddress.Group("sales@contoso.com").Root;
/// var byId = DriveAddress.ById("b!drive").Item("01ITEM");
/// </code>
/// </example>
public sealed record DriveAddress
{
    private DriveAddress(DriveAddressKind kind, string value)
    {
        Kind = kind;
        Value = value;
    }

    /// <summary>The drive of the signed-in user.</summary>
    public static DriveAddress Me { get; } = new(DriveAddressKind.Me, "");

    /// <summary>The drive set in <see cref="OneDriveOptions.DefaultDrive"/>.</summary>
    public static DriveAddress Default { get; } = new(DriveAddressKind.Default, "");

    /// <summary>The root folder of the drive.</summary>
    public ItemAddress Root => new(this, ItemAnchor.Root, "", "");

    /// <summary>The id of the drive.</summary>
    /// <value>Null when the address names the owner of the drive and not the drive.</value>
    public string? Id => Kind is DriveAddressKind.Drive ? Value : null;

    /// <summary>What names the drive: its id, or the user, the group or the site that owns it.</summary>
    /// <value>Null for <see cref="Me"/> and <see cref="Default"/>.</value>
    public string? Name => Value.Length == 0 ? null : Value;

    internal DriveAddressKind Kind { get; }

    /// <summary>The id, name or e-mail address of <see cref="Kind"/>; empty if it does not have one.</summary>
    internal string Value { get; }

    private string ComparedValue => Kind == DriveAddressKind.Drive ? PersonalDriveId.Canonical(Value) : Value;

    /// <summary>
    /// The e-mail address of a group that must be resolved to its id, because the drive of a group is addressed by id only.
    /// </summary>
    internal string? UnresolvedGroupEmail => Kind == DriveAddressKind.GroupEmail ? Value : null;

    /// <summary>The path of the user, group or site that owns the drive; null when the address does not name an owner.</summary>
    internal string? OwnerPath => Kind switch
    {
        DriveAddressKind.Me => "me",
        DriveAddressKind.User => "users/" + PathEncoding.EncodeSegment(Value),
        DriveAddressKind.Group or DriveAddressKind.GroupEmail => "groups/" + PathEncoding.EncodeSegment(Value),
        DriveAddressKind.Site => "sites/" + SiteAddress.Encode(Value),
        _ => null,
    };

    /// <summary>The drive with this id.</summary>
    /// <param name="driveId">
    /// The id as the service returned it. Ids are case-sensitive, except the hexadecimal ids of personal drives, whose missing leading
    /// zeros are added.
    /// </param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The id is empty or cannot be part of a path.</exception>
    public static DriveAddress ById(string driveId) =>
        new(DriveAddressKind.Drive, PersonalDriveId.Complete(PathRules.RequireSegment(driveId)));

    /// <summary>The drive of a user.</summary>
    /// <param name="userIdOrPrincipalName">The object id or the user principal name.</param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The value is empty or cannot be part of a path.</exception>
    public static DriveAddress User(string userIdOrPrincipalName) =>
        new(DriveAddressKind.User, PathRules.RequireSegment(userIdOrPrincipalName));

    /// <summary>The drive of a group.</summary>
    /// <param name="groupIdOrEmail">
    /// The object id or the e-mail address; the group of an e-mail address is looked up once, before the first request.
    /// </param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The value is empty or cannot be part of a path.</exception>
    public static DriveAddress Group(string groupIdOrEmail)
    {
        PathRules.RequireSegment(groupIdOrEmail);
        return new(
            groupIdOrEmail.Contains('@', StringComparison.Ordinal) ? DriveAddressKind.GroupEmail : DriveAddressKind.Group, groupIdOrEmail);
    }

    /// <summary>The default document library of a site.</summary>
    /// <param name="siteId">
    /// The site id (host name and two GUIDs, separated by commas), or host and path as in <c>contoso.sharepoint.com:/sites/team</c>.
    /// </param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The value is empty or cannot be part of a path.</exception>
    public static DriveAddress Site(string siteId) => new(DriveAddressKind.Site, SiteAddress.Require(siteId));

    /// <summary>Parses an address.</summary>
    /// <param name="text">
    /// One of <c>me</c>, <c>/drives/{id}</c>, <c>/users/{id or principal name}</c>, <c>/groups/{id or e-mail}</c>, <c>/sites/{id}</c> and
    /// <c>/sites/{host}:/{path}</c>; the leading slash may be left out, and all but <c>/drives/{id}</c> may end in <c>/drive</c>.
    /// </param>
    /// <returns>The address.</returns>
    /// <exception cref="ArgumentException">The text does not have one of these formats.</exception>
    public static DriveAddress Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        return DriveAddressText.Parse(text);
    }

    /// <summary>The item with this id.</summary>
    /// <param name="itemId">The id as the service returned it; case-sensitive.</param>
    /// <returns>The address of the item.</returns>
    /// <exception cref="ArgumentException">The id is empty or cannot be part of a path.</exception>
    public ItemAddress Item(string itemId) => new(this, ItemAnchor.Item, PathRules.RequireSegment(itemId), "");

    /// <summary>The item at this path below the root folder.</summary>
    /// <param name="path">
    /// Names separated by slashes, not encoded, such as <c>/Reports/2024 Q1.xlsx</c>; <c>/</c> is the root folder.
    /// </param>
    /// <returns>The address of the item.</returns>
    /// <exception cref="ArgumentException">
    /// The path is empty, has an empty segment, a segment <c>.</c> or <c>..</c>, a control character or an unpaired surrogate.
    /// </exception>
    public ItemAddress Path(string path) => new(this, ItemAnchor.Root, "", PathRules.RequirePath(path));

    /// <summary>A special folder, which the service identifies by its purpose.</summary>
    /// <param name="folder">The folder.</param>
    /// <returns>The address of the folder.</returns>
    /// <exception cref="ArgumentException">The name of the folder is empty.</exception>
    public ItemAddress Special(SpecialFolder folder) =>
        new(this, ItemAnchor.Special, PathRules.RequireSegment(folder.Value, nameof(folder)), "");

    /// <summary>Returns whether both addresses identify the same drive in the same way.</summary>
    /// <param name="other">The other address.</param>
    /// <returns><see langword="true"/> if they do; ids of personal drives may differ in case and leading zeros.</returns>
    public bool Equals(DriveAddress? other) =>
        other is not null && Kind == other.Kind && string.Equals(ComparedValue, other.ComparedValue, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, ComparedValue.GetHashCode(StringComparison.Ordinal));

    /// <summary>The path that requests use, relative to the root of the service, such as <c>users/adele@contoso.com/drive</c>.</summary>
    /// <returns>The path, percent-encoded, without a leading slash.</returns>
    public override string ToString() => Kind switch
    {
        DriveAddressKind.Default => "default/drive",
        DriveAddressKind.Drive => "drives/" + PathEncoding.EncodeSegment(Value),
        _ => OwnerPath + "/drive",
    };

    /// <summary>The path of a request to the drive.</summary>
    /// <param name="verb">What follows the drive, already encoded; null for the drive itself.</param>
    /// <returns>The path, percent-encoded, without a leading slash.</returns>
    /// <exception cref="InvalidOperationException">The address has to be resolved first.</exception>
    internal string ToRequestPath(string? verb = null)
    {
        if (Kind is DriveAddressKind.Default or DriveAddressKind.GroupEmail)
            throw new InvalidOperationException($"The drive address '{this}' was not resolved before the request was built.");
        return verb is null ? ToString() : $"{this}/{verb}";
    }

    /// <summary>The same drive with its id in the form used for comparisons.</summary>
    internal DriveAddress ToCanonical() => new(Kind, ComparedValue);

    /// <summary>The drive of an item that the service named.</summary>
    /// <param name="driveId">The id of the drive as the service wrote it.</param>
    /// <param name="itemId">The id of the item as the service wrote it.</param>
    /// <exception cref="ArgumentException">The id cannot be part of a path.</exception>
    internal static DriveAddress Of(string driveId, string itemId) =>
        new(DriveAddressKind.Drive, PersonalDriveId.Complete(PathRules.RequireSegment(driveId), itemId));

    /// <summary>The same drive once the id of its group is known.</summary>
    /// <param name="groupId">The object id of the group.</param>
    /// <returns>An address that requests can use.</returns>
    internal DriveAddress WithGroupId(string groupId) =>
        Kind == DriveAddressKind.GroupEmail ? new(DriveAddressKind.Group, PathRules.RequireSegment(groupId)) : this;
}
