namespace OneDrive.Sdk.Emulator;

/// <summary>The operation of a request: the names that faults and the traffic log use.</summary>
public enum EmulatorOperation
{
    /// <summary>Unknown to the emulator.</summary>
    Unknown,
    /// <summary>POST /{tenant}/oauth2/v2.0/token.</summary>
    Token,
    /// <summary>GET /{tenant}/oauth2/v2.0/authorize.</summary>
    Authorize,
    /// <summary>GET /{tenant}/v2.0/.well-known/openid-configuration.</summary>
    OpenIdConfiguration,
    /// <summary>GET /{tenant}/discovery/v2.0/keys.</summary>
    SigningKeys,
    /// <summary>GET /{tenant}/oauth2/v2.0/logout.</summary>
    SignOut,
    /// <summary>GET /{tenant}/adminconsent.</summary>
    AdminConsent,
    /// <summary>GET /users.</summary>
    ListUsers,
    /// <summary>GET /me or /users/{id}.</summary>
    GetUser,
    /// <summary>GET /groups.</summary>
    ListGroups,
    /// <summary>GET /groups/{id}.</summary>
    GetGroup,
    /// <summary>GET of a drive.</summary>
    GetDrive,
    /// <summary>GET of the drives of a user or group.</summary>
    ListDrives,
    /// <summary>GET of a file or folder.</summary>
    GetItem,
    /// <summary>GET of the children of a folder.</summary>
    ListChildren,
    /// <summary>POST to the children of a folder.</summary>
    CreateFolder,
    /// <summary>PATCH of an item: rename, move, change of dates or description.</summary>
    UpdateItem,
    /// <summary>DELETE of an item.</summary>
    DeleteItem,
    /// <summary>POST of permanentDelete.</summary>
    PermanentlyDeleteItem,
    /// <summary>GET of delta: the changes of a drive or folder.</summary>
    ReadChanges,
    /// <summary>POST of a subscription.</summary>
    CreateSubscription,
    /// <summary>GET of the subscriptions or of one of them.</summary>
    GetSubscription,
    /// <summary>PATCH of a subscription.</summary>
    RenewSubscription,
    /// <summary>DELETE of a subscription.</summary>
    DeleteSubscription,
    /// <summary>POST of reauthorize.</summary>
    ReauthorizeSubscription,
    /// <summary>GET of the address of a socket with change notifications.</summary>
    GetSubscriptionSocket,
    /// <summary>POST of copy.</summary>
    StartCopy,
    /// <summary>GET of the monitor URL of a copy.</summary>
    GetCopyStatus,
    /// <summary>POST of several requests in one; each of them is recorded as well.</summary>
    Batch,
    /// <summary>PUT of content in one request.</summary>
    PutContent,
    /// <summary>GET of content, which responds with a redirect.</summary>
    GetContent,
    /// <summary>GET of a download URL.</summary>
    Download,
    /// <summary>POST of createUploadSession.</summary>
    CreateUploadSession,
    /// <summary>PUT of a fragment to an upload URL.</summary>
    UploadFragment,
    /// <summary>GET of an upload URL.</summary>
    UploadStatus,
    /// <summary>POST to an upload URL, or PUT of an item with the upload URL as its source.</summary>
    UploadCommit,
    /// <summary>DELETE of an upload URL.</summary>
    UploadCancel,
    /// <summary>POST of createLink.</summary>
    CreateLink,
    /// <summary>POST of invite.</summary>
    Invite,
    /// <summary>GET of the permissions of an item.</summary>
    ListPermissions,
    /// <summary>GET of a permission.</summary>
    GetPermission,
    /// <summary>PATCH of a permission.</summary>
    UpdatePermission,
    /// <summary>DELETE of a permission.</summary>
    DeletePermission,
    /// <summary>POST of validatePermission.</summary>
    ValidatePermission,
    /// <summary>GET of a share.</summary>
    GetShare,
    /// <summary>POST of permission/grant on a share.</summary>
    GrantPermission,
    /// <summary>GET of search, in a folder or a drive.</summary>
    Search,
    /// <summary>GET of the followed items.</summary>
    ListFollowed,
    /// <summary>GET of recent items.</summary>
    ListRecent,
    /// <summary>GET of the items shared with the user.</summary>
    ListSharedWithMe,
    /// <summary>POST of restore.</summary>
    RestoreItem,
    /// <summary>POST of checkout.</summary>
    CheckOut,
    /// <summary>POST of checkin.</summary>
    CheckIn,
    /// <summary>POST of discardCheckout.</summary>
    DiscardCheckOut,
    /// <summary>POST of follow.</summary>
    Follow,
    /// <summary>DELETE of a followed item, or POST of unfollow.</summary>
    Unfollow,
    /// <summary>GET of the bundles of a drive.</summary>
    ListBundles,
    /// <summary>GET of a bundle or of its content.</summary>
    GetBundle,
    /// <summary>POST of a bundle.</summary>
    CreateBundle,
    /// <summary>POST of an item to a bundle.</summary>
    AddToBundle,
    /// <summary>DELETE of an item from a bundle.</summary>
    RemoveFromBundle,
    /// <summary>GET of a retention label.</summary>
    GetRetentionLabel,
    /// <summary>PATCH of a retention label.</summary>
    SetRetentionLabel,
    /// <summary>DELETE of a retention label.</summary>
    RemoveRetentionLabel,
    /// <summary>POST of extractSensitivityLabels.</summary>
    ExtractSensitivityLabels,
    /// <summary>GET of analytics.</summary>
    GetAnalytics,
    /// <summary>GET of activities.</summary>
    ListActivities,
    /// <summary>GET of getActivitiesByInterval.</summary>
    ListActivityStats,
    /// <summary>GET of thumbnails.</summary>
    ListThumbnails,
    /// <summary>GET of one thumbnail or its bytes.</summary>
    GetThumbnail,
    /// <summary>PUT of a thumbnail's bytes.</summary>
    PutThumbnail,
    /// <summary>POST of preview.</summary>
    GetPreview,
    /// <summary>GET of the versions of a file.</summary>
    ListVersions,
    /// <summary>GET of a version.</summary>
    GetVersion,
    /// <summary>GET of the content of a version, which responds with a redirect.</summary>
    GetVersionContent,
    /// <summary>POST of restoreVersion.</summary>
    RestoreVersion,
    /// <summary>DELETE of a version.</summary>
    DeleteVersion,
    /// <summary>PATCH of a drive.</summary>
    UpdateDrive,
    /// <summary>GET of sites.</summary>
    ListSites,
    /// <summary>GET of a site.</summary>
    GetSite,
    /// <summary>GET of a SharePoint list.</summary>
    GetList,
    /// <summary>GET of the columns of a list.</summary>
    ListColumns,
    /// <summary>GET of the entries of a list.</summary>
    ListListItems,
    /// <summary>GET of an entry of a list.</summary>
    GetListItem,
    /// <summary>PATCH of the fields of an entry of a list.</summary>
    UpdateFields,
    /// <summary>POST of assignSensitivityLabel.</summary>
    AssignSensitivityLabel,
    /// <summary>GET of shared of a drive.</summary>
    ListSharedByMe,
    /// <summary>GET of the content types of a list.</summary>
    ListContentTypes,
    /// <summary>POST of an entry of a list.</summary>
    CreateListItem,
    /// <summary>DELETE of an entry of a list.</summary>
    DeleteListItem,
    /// <summary>GET of the versions of an entry of a list.</summary>
    ListListItemVersions,
    /// <summary>GET of one version of an entry of a list.</summary>
    GetListItemVersion,
    /// <summary>POST of restoreVersion of an entry of a list.</summary>
    RestoreListItemVersion,
    /// <summary>GET of documentSetVersions.</summary>
    ListDocumentSetVersions,
    /// <summary>GET of one of documentSetVersions.</summary>
    GetDocumentSetVersion,
    /// <summary>POST of documentSetVersions.</summary>
    CaptureDocumentSet,
    /// <summary>POST of restore of one of documentSetVersions.</summary>
    RestoreDocumentSetVersion,
    /// <summary>DELETE of one of documentSetVersions.</summary>
    DeleteDocumentSetVersion,
    /// <summary>POST of a file together with its metadata.</summary>
    PostContent,
    /// <summary>POST /{tenant}/oauth2/v2.0/devicecode.</summary>
    DeviceCode,
    /// <summary>GET /devicelogin: the page where a user types the code of a device.</summary>
    DeviceLogin,
    /// <summary>GET /discovery/v2.0/me/services.</summary>
    DiscoverServices,
    /// <summary>GET or POST /oidc/userinfo.</summary>
    UserInfo,
}
