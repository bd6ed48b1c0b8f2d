namespace OneDrive.Sdk;

/// <summary>
/// Documented error codes that callers often handle. The service may return other codes. See
/// https://learn.microsoft.com/onedrive/developer/rest-api/concepts/errors.
/// </summary>
public static class OneDriveErrorCodes
{
    /// <summary>The caller may not do this.</summary>
    public const string AccessDenied = "accessDenied";

    /// <summary>The application or the user is throttled.</summary>
    public const string ActivityLimitReached = "activityLimitReached";

    /// <summary>An error that the service does not describe any further.</summary>
    public const string GeneralException = "generalException";

    /// <summary>The byte range is not valid or not available.</summary>
    public const string InvalidRange = "invalidRange";

    /// <summary>The request is malformed or not correct.</summary>
    public const string InvalidRequest = "invalidRequest";

    /// <summary>The item does not exist.</summary>
    public const string ItemNotFound = "itemNotFound";

    /// <summary>The service found malware in the content.</summary>
    public const string MalwareDetected = "malwareDetected";

    /// <summary>There is already an item of this name.</summary>
    public const string NameAlreadyExists = "nameAlreadyExists";

    /// <summary>The system does not allow the action.</summary>
    public const string NotAllowed = "notAllowed";

    /// <summary>The system cannot do the action.</summary>
    public const string NotSupported = "notSupported";

    /// <summary>The path is longer than the service allows.</summary>
    public const string PathIsTooLong = "pathIsTooLong";

    /// <summary>The quota of the drive is used up.</summary>
    public const string QuotaLimitReached = "quotaLimitReached";

    /// <summary>The item changed since the caller last read it.</summary>
    public const string ResourceModified = "resourceModified";

    /// <summary>The delta token is no longer valid; the items that the service lists afterwards replace the copy.</summary>
    public const string ResyncChangesApplyDifferences = "resyncChangesApplyDifferences";

    /// <summary>The delta token is no longer valid; items that the service does not list afterwards are uploaded again.</summary>
    public const string ResyncChangesUploadDifferences = "resyncChangesUploadDifferences";

    /// <summary>The delta token is no longer valid.</summary>
    public const string ResyncRequired = "resyncRequired";

    /// <summary>The delta token is not one that the service can read.</summary>
    public const string SyncStateInvalid = "syncStateInvalid";

    /// <summary>The service no longer has what belongs to the delta token.</summary>
    public const string SyncStateNotFound = "syncStateNotFound";

    /// <summary>The service is not available at the moment.</summary>
    public const string ServiceNotAvailable = "serviceNotAvailable";

    /// <summary>The caller is not signed in.</summary>
    public const string Unauthenticated = "unauthenticated";
}
