namespace OneDrive.Sdk.Emulator;

/// <summary>
/// The behaviors of the service that differ from its documentation. The numbers are those of the list in docs/emulator.md, and do not
/// change.
/// </summary>
public enum EmulatorQuirk
{
    /// <summary>
    /// The size and hash of documents, pages and PDF files change after they are uploaded to a library or a drive for work.
    /// </summary>
    DocumentsAreChanged = 1,
    /// <summary>The reported size and hash of .heic photos differ from their content.</summary>
    PhotosAreDescribedWrongly = 3,
    /// <summary>Files do not have a hash.</summary>
    HashesAreMissing = 4,
    /// <summary>A fragment is accepted, but its response is lost. When it is sent again, 416 is returned.</summary>
    AcknowledgementsAreLost = 7,
    /// <summary>The first request to an upload session returns 404, as if the session did not exist.</summary>
    FreshSessionsAreNotFound = 9,
    /// <summary>An upload URL loses access (403) before the session expires.</summary>
    UploadAddressesEndEarly = 10,
    /// <summary>A session in a newly created folder returns 404 once.</summary>
    FreshFoldersAreNotFound = 11,
    /// <summary>A change to a newly uploaded file returns 503 once.</summary>
    FreshFilesCannotBeChanged = 12,
    /// <summary>An existing item is not found by its id, once.</summary>
    IdsAreNotFound = 13,
    /// <summary>An existing item cannot be deleted by its id: 404, once.</summary>
    DeletionsAreNotFound = 14,
    /// <summary>A folder is created, but the response has an empty body.</summary>
    FolderAnswersAreEmpty = 15,
    /// <summary>The list of drives is rejected (403), once.</summary>
    DriveListsAreRefused = 16,
    /// <summary>A session with If-Match is rejected (412), because the session itself changes the tag.</summary>
    SessionsMissTheirTag = 17,
    /// <summary>A change with If-Match is rejected (412) although the item was not changed, once.</summary>
    ChangesMissTheirTag = 18,
    /// <summary>A copy is rejected because its destination cannot be verified (404), once.</summary>
    CopyDestinationsAreNotFound = 21,
    /// <summary>A list of changes contains an item twice.</summary>
    ChangesComeTwice = 30,
    /// <summary>The second page of a list is rejected: 400, invalid paging token.</summary>
    PagingTokensAreInvalid = 32,
    /// <summary>Throttling responses do not contain a Retry-After.</summary>
    ThrottlingWithoutAdvice = 36,
    /// <summary>Uploads return 509 (bandwidth limit exceeded).</summary>
    BandwidthIsExceeded = 37,
    /// <summary>A valid token returns 401, expired_token, once for each path.</summary>
    GoodTokensExpire = 38,
    /// <summary>A change returns 423: the item is locked temporarily.</summary>
    ItemsAreLocked = 40,
    /// <summary>A fragment of more than 5 MiB returns 504.</summary>
    LargeFragmentsTimeOut = 41,
    /// <summary>The quota of a drive is all zero, which means that it is unknown.</summary>
    QuotasAreZero = 42,
    /// <summary>Times do not have fractions of a second.</summary>
    TimesAreWholeSeconds = 43,
    /// <summary>A file with eicar in its name is treated as malware and cannot be downloaded.</summary>
    MalwareIsHeldBack = 44,
    /// <summary>The renewal of a subscription returns 308 without a Location.</summary>
    RenewalsAreRedirected = 49,
    /// <summary>The response headers are delayed by twenty seconds.</summary>
    AnswersAreSlow = 50,
    /// <summary>More than sixteen concurrent requests return 429.</summary>
    ParallelRequestsAreThrottled = 51,
    /// <summary>Applications that do not identify themselves (ISV|Company|Name/1.0) receive 429 more often.</summary>
    UndecoratedAgentsAreThrottled = 52,
}
