using System.Collections.Frozen;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>A type of Graph, as queries see it: https://learn.microsoft.com/graph/api/overview.</summary>
/// <param name="Name">The name behind microsoft.graph.</param>
/// <param name="IsOpen">Whether it may have more properties than are listed here, so that any may be selected.</param>
/// <param name="Properties">The properties that are known.</param>
/// <param name="IsDirectory">Whether it is of the directory, which has rejections and functions of its own.</param>
internal sealed record QueryEntity(string Name, bool IsOpen, bool IsDirectory, FrozenSet<string> Properties)
{
    private const string BaseItem =
        "id name description createdBy createdDateTime eTag lastModifiedBy lastModifiedDateTime parentReference webUrl createdByUser "
        + "lastModifiedByUser";

    public static QueryEntity DriveItem { get; } = Open(
        "driveItem",
        $"{BaseItem} audio bundle content cTag deleted file fileSystemInfo folder image location malware package pendingOperations photo "
        + "publication remoteItem root searchResult shared sharepointIds size specialFolder video webDavUrl analytics children listItem "
        + "permissions retentionLabel subscriptions thumbnails versions");

    public static QueryEntity Drive { get; } = Closed(
        "drive", $"{BaseItem} driveType owner quota sharePointIds system bundles following items list root special");

    public static QueryEntity Site { get; } = Closed(
        "site",
        $"{BaseItem} displayName error isPersonalSite root sharepointIds siteCollection drive drives lists items columns contentTypes "
        + "sites permissions");

    public static QueryEntity List { get; } = Closed(
        "list", $"{BaseItem} displayName list sharepointIds system columns contentTypes drive items operations subscriptions");

    public static QueryEntity ListItem { get; } = Open(
        "listItem", $"{BaseItem} contentType sharepointIds deleted analytics driveItem fields versions documentSetVersions");

    public static QueryEntity Share { get; } = Closed(
        "sharedDriveItem", $"{BaseItem} owner driveItem items list listItem permission root site");

    public static QueryEntity Permission { get; } = Closed(
        "permission",
        "id expirationDateTime grantedTo grantedToIdentities grantedToIdentitiesV2 grantedToV2 hasPassword inheritedFrom invitation link "
        + "roles shareId");

    /// <summary>Entries whose properties are not looked at.</summary>
    public static QueryEntity Any { get; } = Open("entity", string.Empty);

    public static QueryEntity User { get; } = Directory(
        "user",
        "id deletedDateTime accountEnabled ageGroup assignedLicenses assignedPlans businessPhones city companyName country "
        + "createdDateTime creationType department displayName employeeId employeeType externalUserState faxNumber givenName "
        + "identities imAddresses jobTitle lastPasswordChangeDateTime mail mailNickname mobilePhone mySite officeLocation "
        + "onPremisesSyncEnabled otherMails passwordPolicies postalCode preferredLanguage proxyAddresses refreshTokensValidFromDateTime "
        + "signInSessionsValidFromDateTime state streetAddress surname usageLocation userPrincipalName userType aboutMe birthday "
        + "hireDate interests pastProjects preferredName responsibilities schools skills drive drives manager memberOf photo");

    public static QueryEntity Group { get; } = Directory(
        "group",
        "id deletedDateTime classification createdDateTime description displayName expirationDateTime groupTypes isAssignableToRole "
        + "mail mailEnabled mailNickname membershipRule onPremisesSyncEnabled preferredDataLocation preferredLanguage proxyAddresses "
        + "renewedDateTime resourceProvisioningOptions securityEnabled securityIdentifier theme visibility drive drives members owners "
        + "sites");

    /// <summary>Whether a filter or an order may name the property.</summary>
    public bool Knows(string property) => Properties.Count == 0 || Properties.Contains(property);

    /// <summary>
    /// Whether a filter may call the function; the directory knows few: https://learn.microsoft.com/graph/aad-advanced-queries.
    /// </summary>
    public bool Allows(string function) => !IsDirectory || function.ToUpperInvariant() is "STARTSWITH" or "ENDSWITH";

    private static QueryEntity Open(string name, string properties) => new(name, IsOpen: true, IsDirectory: false, Split(properties));

    private static QueryEntity Closed(string name, string properties) => new(name, IsOpen: false, IsDirectory: false, Split(properties));

    private static QueryEntity Directory(string name, string properties) => new(name, IsOpen: false, IsDirectory: true, Split(properties));

    private static FrozenSet<string> Split(string properties) =>
        properties.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
