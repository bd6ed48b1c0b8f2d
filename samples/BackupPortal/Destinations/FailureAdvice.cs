using OneDrive.Sdk;

namespace BackupPortal.Destinations;

/// <summary>What happened and what a person can do about it, for every failure that the portal shows.</summary>
public sealed record FailureAdvice(string Message, string? Advice, bool NeedsSignIn = false)
{
    public static FailureAdvice For(Exception failure) => failure switch
    {
        OneDriveAuthenticationException { Error: "access_denied" } => new(
            "The sign-in was declined: the permissions were not accepted.",
            "Click the button again and choose Accept. In an organization an administrator may have to grant consent first.",
            NeedsSignIn: true),
        OneDriveAuthenticationException sign => new(
            Describe(sign), sign.Hint ?? Troubleshooting(sign), sign.RequiresSignIn),
        QuotaExceededException => new(
            "The drive is full.", "Delete files, empty the recycle bin, keep fewer backups, or get more storage. Then run the job again."),
        ThrottledException => new(
            "The service asked to wait for too long.", "Run the job later, or let fewer jobs run at the same time."),
        OneDriveApiException { StatusCode: System.Net.HttpStatusCode.Forbidden } denied => new(
            denied.Message, "The permission is missing: check that Files.ReadWrite.All is granted in the Azure portal, then "
                + "sign in again."),
        ItemNotFoundException missing => new(
            missing.Message, "Somebody may have moved or deleted it. Choose the folder again with Browse."),
        ContentVerificationException => new(
            "The content that arrived is not the content that was sent.", "Run it again. When it happens again, check memory and disk."),
        OneDriveConnectionException lost => new(
            lost.Message, "Check the network of this machine. The run continues where it stopped when you start it again."),
        OneDriveException other => new(other.Message, null),
        FileNotFoundException or DirectoryNotFoundException => new(failure.Message, "Check the path in the job."),
        UnauthorizedAccessException => new(failure.Message, "Give the account of the portal the right to read it."),
        IOException => new(failure.Message, "Check the disk of this machine, and the path in the job."),
        ArgumentException or InvalidOperationException => new(failure.Message, "Check the settings."),
        _ => new(failure.Message, null),
    };

    // The page shows the hint in a place of its own.
    private static string Describe(OneDriveAuthenticationException failure)
    {
        var end = failure.Message.IndexOf(" Hint: ", StringComparison.Ordinal);
        var message = end < 0 ? failure.Message : failure.Message[..end];
        return failure.AadstsCode is { } code && !message.Contains(code, StringComparison.Ordinal) ? $"{code}: {message}" : message;
    }

    private static string? Troubleshooting(OneDriveAuthenticationException failure) =>
        failure.RequiresSignIn ? "Click Re-authorize. Access may have been revoked, the secret may have expired, or the "
            + "registration changed." : null;
}
