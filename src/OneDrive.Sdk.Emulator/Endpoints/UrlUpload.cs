using System.Text.Json;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// A file that the service fetches itself from an address of the request, watched as a copy is; supported on personal drives
/// only: https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_upload_url.
/// </summary>
internal sealed class UrlUpload(CopyJobTable jobs)
{
    private const int LargestFile = 100 * 1024 * 1024;
    private static readonly string[] Names = ["@microsoft.graph.sourceUrl", "@content.sourceUrl"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The address in a request; null when it requests something else.</summary>
    public static string? SourceOf(JsonElement body) => Array.Find(Names, name => body.GetText(name) is not null) is { } name
        ? body.GetText(name)
        : null;

    /// <summary>Fetches the file and responds with the address at which the outcome is told.</summary>
    public async Task<Answer> StartAsync(
        Exchange exchange, DriveState drive, ItemNode parent, JsonElement body, string source, CancellationToken cancellationToken)
    {
        var name = body.GetText("name") ?? throw GraphError.InvalidRequest("A name is required.");
        if (drive.Type != EmulatorDriveType.Personal)
        {
            throw new GraphError(501, "notSupported", "Only personal drives support uploads from a URL.");
        }

        if (!Uri.TryCreate(source, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw GraphError.InvalidRequest($"'{source}' is not an http or https address.");
        }

        var conflict = ItemQuery.GetConflict(body, ConflictBehavior.Fail);
        var job = jobs.Add(drive);
        var (bytes, error) = await FetchAsync(address, cancellationToken).ConfigureAwait(false);
        lock (drive.Gate)
        {
            try
            {
                job.Result = bytes is null
                    ? throw GraphError.InvalidRequest($"The file could not be fetched: {error}")
                    : drive.PutFile(parent, name, StoredContent.Of(bytes), conflict, exchange.Actor).Item;
            }
            catch (GraphError failure)
            {
                job.Error = failure;
            }

            jobs.TakeDown(job);
        }

        return Answer.Empty(202).With("Location", $"{exchange.BaseUrl}/monitor/{job.Id}");
    }

    private static async Task<(byte[]? Bytes, string? Error)> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { Timeout = Patience, MaxResponseContentBufferSize = LargestFile };
        try
        {
            return (await http.GetByteArrayAsync(address, cancellationToken).ConfigureAwait(false), null);
        }
        catch (Exception exception) when (exception is HttpRequestException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, exception.Message);
        }
    }
}
