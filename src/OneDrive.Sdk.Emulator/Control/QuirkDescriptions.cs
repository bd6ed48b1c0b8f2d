using System.Collections.Frozen;

namespace OneDrive.Sdk.Emulator.Control;

/// <summary>What each quirk does, for people who have no documentation at hand.</summary>
internal static class QuirkDescriptions
{
    private static readonly FrozenDictionary<EmulatorQuirk, string> Texts = new Dictionary<EmulatorQuirk, string>
    {
        [EmulatorQuirk.DocumentsAreChanged] =
            "Documents, pages and PDF files have another size and hash once they are in a library or a drive for work.",
        [EmulatorQuirk.PhotosAreDescribedWrongly] = "Photos of the kind .heic have another size and hash than their bytes.",
        [EmulatorQuirk.HashesAreMissing] = "Files have no hash.",
        [EmulatorQuirk.AcknowledgementsAreLost] = "A fragment is taken, and its answer is lost; sent again, it is answered 416.",
        [EmulatorQuirk.FreshSessionsAreNotFound] =
            "The first request to an upload session is answered 404, as if the session were not there.",
        [EmulatorQuirk.UploadAddressesEndEarly] = "An upload address stops to give access (403) before the session expires.",
        [EmulatorQuirk.FreshFoldersAreNotFound] = "A session in a folder that was just made is answered 404 once.",
        [EmulatorQuirk.FreshFilesCannotBeChanged] = "A change of a file that was just uploaded is answered 503 once.",
        [EmulatorQuirk.IdsAreNotFound] = "An item that is there is not found by its id, once.",
        [EmulatorQuirk.DeletionsAreNotFound] = "An item that is there cannot be deleted by its id: 404, once.",
        [EmulatorQuirk.FolderAnswersAreEmpty] = "A folder is made, and the answer has no body.",
        [EmulatorQuirk.DriveListsAreRefused] = "The list of drives is refused (403), once.",
        [EmulatorQuirk.SessionsMissTheirTag] = "A session with If-Match is refused (412), because it changes the tag itself.",
        [EmulatorQuirk.ChangesMissTheirTag] = "A change with If-Match is refused (412) although nobody else changed the item, once.",
        [EmulatorQuirk.CopyDestinationsAreNotFound] = "A copy is refused because its destination cannot be verified (404), once.",
        [EmulatorQuirk.ChangesComeTwice] = "A list of changes names an item twice.",
        [EmulatorQuirk.PagingTokensAreInvalid] = "The second page of a list is refused: 400, invalid paging token.",
        [EmulatorQuirk.ThrottlingWithoutAdvice] = "Throttling comes without a Retry-After.",
        [EmulatorQuirk.BandwidthIsExceeded] = "Uploads are answered 509: too much bandwidth.",
        [EmulatorQuirk.GoodTokensExpire] = "A good token is answered 401, expired_token, once for each path.",
        [EmulatorQuirk.ItemsAreLocked] = "A change is answered 423: the item is locked for a moment.",
        [EmulatorQuirk.LargeFragmentsTimeOut] = "A fragment of more than 5 MiB is answered 504.",
        [EmulatorQuirk.QuotasAreZero] = "The quota of a drive is all zero, which means that nobody knows it.",
        [EmulatorQuirk.TimesAreWholeSeconds] = "Times have no fractions of a second.",
        [EmulatorQuirk.MalwareIsHeldBack] = "A file with eicar in its name is malware, and not handed out.",
        [EmulatorQuirk.RenewalsAreRedirected] = "The renewal of a subscription is answered 308 without a Location.",
        [EmulatorQuirk.AnswersAreSlow] = "The headers of an answer take twenty seconds to come.",
        [EmulatorQuirk.ParallelRequestsAreThrottled] = "More than sixteen requests at a time are answered 429.",
        [EmulatorQuirk.UndecoratedAgentsAreThrottled] =
            "Applications that do not say who they are (ISV|Company|Name/1.0) are answered 429 more often.",
    }.ToFrozenDictionary();

    public static string Of(EmulatorQuirk quirk) => Texts[quirk];
}
