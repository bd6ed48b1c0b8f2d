using System.Collections.Frozen;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>The description of each quirk.</summary>
internal static class QuirkDescriptions
{
    private static readonly FrozenDictionary<EmulatorQuirk, string> Texts = new Dictionary<EmulatorQuirk, string>
    {
        [EmulatorQuirk.DocumentsAreChanged] =
            "The size and hash of documents, pages and PDF files change after they are uploaded to a library or a drive for work.",
        [EmulatorQuirk.PhotosAreDescribedWrongly] = "The reported size and hash of .heic photos differ from their content.",
        [EmulatorQuirk.HashesAreMissing] = "Files do not have a hash.",
        [EmulatorQuirk.AcknowledgementsAreLost] = "A fragment is accepted, but the response is lost. When it is sent again, the service "
            + "returns 416.",
        [EmulatorQuirk.FreshSessionsAreNotFound] =
            "The first request to an upload session returns 404, as if the session did not exist.",
        [EmulatorQuirk.UploadAddressesEndEarly] = "An upload URL loses access (403) before the session expires.",
        [EmulatorQuirk.FreshFoldersAreNotFound] = "A session in a newly created folder returns 404 once.",
        [EmulatorQuirk.FreshFilesCannotBeChanged] = "A change to a newly uploaded file returns 503 once.",
        [EmulatorQuirk.IdsAreNotFound] = "An existing item is not found by its id, once.",
        [EmulatorQuirk.DeletionsAreNotFound] = "An existing item cannot be deleted by its id: 404, once.",
        [EmulatorQuirk.FolderAnswersAreEmpty] = "A folder is created, but the response has an empty body.",
        [EmulatorQuirk.DriveListsAreRefused] = "The list of drives is rejected (403), once.",
        [EmulatorQuirk.SessionsMissTheirTag] = "A session with If-Match is rejected (412), because the session itself changes the tag.",
        [EmulatorQuirk.ChangesMissTheirTag] = "A change with If-Match is rejected (412) although the item was not changed, once.",
        [EmulatorQuirk.CopyDestinationsAreNotFound] = "A copy is rejected because its destination cannot be verified (404), once.",
        [EmulatorQuirk.ChangesComeTwice] = "A list of changes contains an item twice.",
        [EmulatorQuirk.PagingTokensAreInvalid] = "The second page of a list is rejected: 400, invalid paging token.",
        [EmulatorQuirk.ThrottlingWithoutAdvice] = "Throttling responses do not contain a Retry-After.",
        [EmulatorQuirk.BandwidthIsExceeded] = "Uploads return 509 (bandwidth limit exceeded).",
        [EmulatorQuirk.GoodTokensExpire] = "A valid token is rejected with 401, expired_token, once for each path.",
        [EmulatorQuirk.ItemsAreLocked] = "A change returns 423: the item is locked temporarily.",
        [EmulatorQuirk.LargeFragmentsTimeOut] = "A fragment of more than 5 MiB returns 504.",
        [EmulatorQuirk.QuotasAreZero] = "The quota of a drive is all zero, which means that it is unknown.",
        [EmulatorQuirk.TimesAreWholeSeconds] = "Times do not have fractions of a second.",
        [EmulatorQuirk.MalwareIsHeldBack] = "A file with eicar in its name is treated as malware and cannot be downloaded.",
        [EmulatorQuirk.RenewalsAreRedirected] = "The renewal of a subscription returns 308 without a Location.",
        [EmulatorQuirk.AnswersAreSlow] = "The response headers are delayed by twenty seconds.",
        [EmulatorQuirk.ParallelRequestsAreThrottled] = "More than sixteen concurrent requests return 429.",
        [EmulatorQuirk.UndecoratedAgentsAreThrottled] =
            "Applications that do not identify themselves (ISV|Company|Name/1.0) receive 429 more often.",
    }.ToFrozenDictionary();

    public static string Of(EmulatorQuirk quirk) => Texts[quirk];
}
