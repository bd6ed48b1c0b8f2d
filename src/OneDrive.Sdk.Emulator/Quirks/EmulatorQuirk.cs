namespace OneDrive.Sdk.Emulator;

/// <summary>
/// What the service does beside its documentation, and the emulator does when it is told to. The numbers are those of the list of observed
/// behaviors in docs/emulator.md, and stay.
/// </summary>
public enum EmulatorQuirk
{
    /// <summary>Documents, pages and PDF files have another size and hash once they are in a library or a drive for work.</summary>
    DocumentsAreChanged = 1,
    /// <summary>Photos of the kind .heic have another size and hash than their bytes.</summary>
    PhotosAreDescribedWrongly = 3,
    /// <summary>Files have no hash.</summary>
    HashesAreMissing = 4,
    /// <summary>A fragment is taken, and its answer is lost; sent again, it is answered 416.</summary>
    AcknowledgementsAreLost = 7,
    /// <summary>The first request to an upload session is answered 404, as if the session were not there.</summary>
    FreshSessionsAreNotFound = 9,
    /// <summary>An upload address stops to give access (403) before the session expires.</summary>
    UploadAddressesEndEarly = 10,
    /// <summary>A session in a folder that was just made is answered 404 once.</summary>
    FreshFoldersAreNotFound = 11,
    /// <summary>A change of a file that was just uploaded is answered 503 once.</summary>
    FreshFilesCannotBeChanged = 12,
    /// <summary>An item that is there is not found by its id, once.</summary>
    IdsAreNotFound = 13,
    /// <summary>An item that is there cannot be deleted by its id: 404, once.</summary>
    DeletionsAreNotFound = 14,
    /// <summary>A folder is made, and the response has no body.</summary>
    FolderAnswersAreEmpty = 15,
    /// <summary>The list of drives is rejected (403), once.</summary>
    DriveListsAreRefused = 16,
    /// <summary>A session with If-Match is rejected (412), because it changes the tag itself.</summary>
    SessionsMissTheirTag = 17,
    /// <summary>A change with If-Match is rejected (412) although the item was not changed, once.</summary>
    ChangesMissTheirTag = 18,
    /// <summary>A copy is rejected because its destination cannot be verified (404), once.</summary>
    CopyDestinationsAreNotFound = 21,
    /// <summary>A list of changes names an item twice.</summary>
    ChangesComeTwice = 30,
    /// <summary>The second page of a list is rejected: 400, invalid paging token.</summary>
    PagingTokensAreInvalid = 32,
    /// <summary>Throttling comes without a Retry-After.</summary>
    ThrottlingWithoutAdvice = 36,
    /// <summary>Uploads are answered 509: too much bandwidth.</summary>
    BandwidthIsExceeded = 37,
    /// <summary>A good token is answered 401, expired_token, once for each path.</summary>
    GoodTokensExpire = 38,
    /// <summary>A change is answered 423: the item is locked for a moment.</summary>
    ItemsAreLocked = 40,
    /// <summary>A fragment of more than 5 MiB is answered 504.</summary>
    LargeFragmentsTimeOut = 41,
    /// <summary>The quota of a drive is all zero, which means that it is unknown.</summary>
    QuotasAreZero = 42,
    /// <summary>Times have no fractions of a second.</summary>
    TimesAreWholeSeconds = 43,
    /// <summary>A file with eicar in its name is malware, and not handed out.</summary>
    MalwareIsHeldBack = 44,
    /// <summary>The renewal of a subscription is answered 308 without a Location.</summary>
    RenewalsAreRedirected = 49,
    /// <summary>The headers of a response take twenty seconds to come.</summary>
    AnswersAreSlow = 50,
    /// <summary>More than sixteen requests at a time are answered 429.</summary>
    ParallelRequestsAreThrottled = 51,
    /// <summary>Applications that do not say who they are (ISV|Company|Name/1.0) are answered 429 more often.</summary>
    UndecoratedAgentsAreThrottled = 52,
}
