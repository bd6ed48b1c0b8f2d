namespace OneDrive.Sdk.ConventionTests.Documentation.Troubleshooting;

/// <summary>What leads to an exception, and what to do; its summary says what it means.</summary>
internal sealed record ExceptionRemedy(string Causes, string Remedy)
{
    /// <summary>By the name of the type. A public exception without an entry fails a test.</summary>
    internal static IReadOnlyDictionary<string, ExceptionRemedy> All { get; } = new Dictionary<string, ExceptionRemedy>
    {
        ["ContentChangedException"] = new(
            "Another program saved the file while your stream was open.",
            "Open it again. To avoid it, download the file, which restarts by itself."),
        ["ContentTooLargeException"] = new(
            "`ReadAsStringAsync` on a file above its limit.", "Raise the limit in the options, or use `OpenReadAsync` or `DownloadAsync`."),
        ["ContentVerificationException"] = new(
            "Bytes were lost or changed on the way, or the service describes a file wrongly.",
            "The message contains both lengths and hashes. Try again; if it repeats for one file, "
                + "`DownloadOptions.AcceptUnverified` takes what the "
            + "service serves. [What counts as the file](downloads.md#what-counts-as-the-file)"),
        ["CopyFailedException"] = new(
            "The destination has an item of this name, the quota is exhausted, or an item in the folder cannot be copied.",
            "Read the error of the service in the exception; set `Conflict` in the options. [Copies](copies.md)"),
        ["IncompleteListingException"] = new(
            "No permission for some folders, or folders that were deleted during the listing.",
            "The items that were listed are complete otherwise. Set `OnSkipped` to go on without an exception."),
        ["InvalidItemNameException"] = new(
            "A local name with `\" * : < > ? / \\ |`, a reserved name such as `CON` or `.lock`, a leading or trailing space, or "
                + "a path above 400 characters.",
            "Rename the file, or set `UploadFolderOptions.MapNames`, which maps such names reversibly. [Folders](folders.md)"),
        ["ItemConflictException"] = new(
            "The name is taken: the default of uploads and of new folders is `ConflictBehavior.Fail`.",
            "Set `Conflict` to `Replace` or `Rename`, or use `EnsureFolderAsync` for folders."),
        ["ItemNotFoundException"] = new(
            "A wrong path or drive, a deleted item, an unprovisioned OneDrive, or no permission (the service then says 404, too).",
            "List the parent folder with the same sign-in. Use `FindAsync` or `ExistsAsync` where absence is normal. Check the "
                + "permissions of the "
            + "[registration](app-registration.md)."),
        ["MalwareDetectedException"] = new("The service's scan found malware in the file.", "Do not retry. Ask the "
            + "administrator of the tenant."),
        ["OneDriveApiException"] = new(
            "The service rejected the call: `StatusCode`, `ErrorCode` and `RequestId` say what it answered.",
            "See [messages of the service](#messages-of-the-service); give `RequestId` to Microsoft's support."),
        ["OneDriveAuthenticationException"] = new(
            "Wrong credentials, missing consent, a policy, or an expired sign-in: `AadstsCode` and `Hint` say which.",
            "Follow `Hint`. If `RequiresSignIn` is true, the user signs in again. See [numbers of the sign-in "
                + "service](#numbers-of-the-sign-in-service)."),
        ["OneDriveConnectionException"] = new(
            "No route to the service, a proxy or firewall, a certificate that is not trusted, or a connection that broke again and again.",
            "The inner exception names the socket or TLS error. Check proxy (`HTTPS_PROXY`) and trust store; repeat the call "
                + "later. Uploads with a "
            + "`ResumeKey` and downloads of files resume."),
        ["OneDriveException"] = new("The base class; the concrete type says more.", "Catch it as the last of your handlers."),
        ["PreconditionFailedException"] = new(
            "You sent `IfMatch`, and another client changed the item since you read it.",
            "Read the item again, merge, and repeat with its new eTag."),
        ["QuotaExceededException"] = new(
            "The drive is full.", "Free space, empty the recycle bin, or raise the quota. `UploadOptions.CheckQuota` finds out "
                + "before the upload."),
        ["ResourceLockedException"] = new(
            "The file is open in Office, checked out, or under a retention label.",
            "Repeat later with `client.With(new CallOptions { MaxElapsed = … })`, check it in, or upload under another name."),
        ["ResyncRequiredException"] = new(
            "The checkpoint is too old, or the drive was restored.",
            "Read again from `Restart`, and reconcile. [Resynchronization](delta.md#resynchronization)"),
        ["ThrottledException"] = new(
            "The service limits the application, and asks for a longer delay than the retries allow.",
            "Requeue the work after `RetryAfter`. Fewer workers, one client for all, `ResourceUnitsPerMinute`. "
                + "[Throttling](throttling.md)"),
        ["TokenPersistenceException"] = new(
            "The token store cannot be written: permissions, a full disk, a database or cache that is down.",
            "Repair the store; the next call saves the token. `ContinueWhenNotSaved` works on meanwhile. [Folders and keys of "
            + "stores](sign-in.md#folders-and-keys-of-stores)"),
        ["TokenStoreRollbackException"] = new(
            "A backup of the token store was restored, or a file replaced with an old one.",
            "If that was intended, the user signs in again, or the guard is reset. [Many machines](many-machines.md)"),
        ["UnsafeLocalNameException"] = new(
            "An item with a name that this machine cannot store, or a link at the destination of a download.",
            "Set `DownloadFolderOptions.MapNames`, or remove the link. [Folders](folders.md)"),
        ["UploadNotResumableException"] = new(
            "The stream cannot seek, and the service requires bytes that were already read.",
            "Use a file or a seekable stream, or set `UploadOptions.Spool`. [Resumable uploads](resumable-uploads.md)"),
        ["EmulatorAssertionException"] = new("An expectation of a test about the emulator's traffic does not hold.", "Read the "
            + "message: it lists the requests."),
    };
}
