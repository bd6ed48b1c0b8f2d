using System.CommandLine;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.StressTests.Kill;

/// <summary>What the process does that is killed: one upload, or one download.</summary>
internal static class WorkerCommands
{
    internal const string Upload = "worker-upload";
    internal const string Download = "worker-download";
    internal const string ResumeKey = "killed";

    internal static IEnumerable<Command> Create()
    {
        var endpoint = new Argument<string>("endpoint");
        var remote = new Argument<string>("remote");
        var local = new Argument<string>("local");
        var store = new Argument<string>("store");
        var conflict = new Argument<ConflictBehavior>("conflict");
        var upload = new Command(Upload, "Uploads a file.") { endpoint, remote, local, store, conflict };
        upload.Hidden = true;
        upload.SetAction((result, cancellationToken) => UploadAsync(
            Connect(new Uri(result.GetRequiredValue(endpoint)), result.GetValue(store)),
            DriveAddress.Me.Path(result.GetRequiredValue(remote)),
            result.GetRequiredValue(local),
            new UploadOptions { ResumeKey = ResumeKey, Conflict = result.GetValue(conflict) },
            cancellationToken));
        yield return upload;

        var download = new Command(Download, "Downloads a file.") { endpoint, remote, local };
        download.Hidden = true;
        download.SetAction((result, cancellationToken) => DownloadAsync(
            Connect(new Uri(result.GetRequiredValue(endpoint)), store: null),
            DriveAddress.Me.Path(result.GetRequiredValue(remote)),
            result.GetRequiredValue(local),
            cancellationToken));
        yield return download;
    }

    private static async Task<int> UploadAsync(
        OneDriveClient client, ItemAddress remote, string local, UploadOptions options, CancellationToken cancellationToken)
    {
        using (client)
        {
            var result = await client.Content.UploadFileAsync(remote, local, options, cancellationToken);
            return result.Integrity is ContentIntegrity.Verified ? 0 : 2;
        }
    }

    private static async Task<int> DownloadAsync(
        OneDriveClient client, ItemAddress remote, string local, CancellationToken cancellationToken)
    {
        using (client)
        {
            var result = await client.Content.DownloadFileAsync(remote, local, cancellationToken: cancellationToken);
            return result.Integrity is ContentIntegrity.Verified ? 0 : 2;
        }
    }

    private static OneDriveClient Connect(Uri endpoint, string? store)
    {
        var options = new OneDriveOptions { Cloud = OneDriveCloud.Custom(endpoint, endpoint) };
        options.Transfers.FragmentSize = OneDriveTransferOptions.FragmentAlignment;
        options.Transfers.SingleRequestLimit = OneDriveTransferOptions.FragmentAlignment;
        options.Retry.BaseDelay = TimeSpan.FromMilliseconds(20);
        if (store is not null)
            options.UploadSessionStore = new FileUploadSessionStore(store);
        var token = Environment.GetEnvironmentVariable(ChildProcess.TokenVariable)!;
        return new OneDriveClient(
            new DelegateTokenProvider((_, _) => ValueTask.FromResult(new AccessToken(token, DateTimeOffset.MaxValue))), options);
    }
}
