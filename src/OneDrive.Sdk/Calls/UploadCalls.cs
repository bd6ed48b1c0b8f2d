using System.Net.Http.Headers;
using OneDrive.Sdk.Addresses;
using OneDrive.Sdk.Models;
using OneDrive.Sdk.Requests;

namespace OneDrive.Sdk.Calls;

/// <summary>The calls that begin an upload; fragments go to an address outside the service and are not calls.</summary>
internal static class UploadCalls
{
    /// <summary>Sends the whole content at once: <see href="https://learn.microsoft.com/graph/api/driveitem-put-content"/>.</summary>
    /// <remarks>
    /// A repeated request after an unknown outcome is harmless with Replace, and detected with Fail; with Rename it could create a second
    /// copy.
    /// </remarks>
    internal static GraphCall<DriveItem> PutContent(ItemAddress destination, ICallBody content, UploadOptions options) => new()
    {
        Operation = "Content.Upload",
        Method = HttpMethod.Put,
        Path = RequireFile(destination).ToRequestPath("content"),
        Query = [new(ConflictBehaviorText.Name, options.Conflict.ToWireValue())],
        Headers = ConditionalHeaders.Of(options),
        Body = content,
        CarriesContent = true,
        Answer = DriveItem.Read,
        Result = options.Conflict is ConflictBehavior.Rename ? null : ItemCalls.Get(destination),
        IsIdempotent = options.Conflict is not ConflictBehavior.Rename,
    };

    /// <summary>
    /// Creates a file from its content and what is known of it, in one request; supported on personal drives only:
    /// <see href="https://learn.microsoft.com/onedrive/developer/rest-api/api/driveitem_post_content"/>.
    /// </summary>
    internal static GraphCall<DriveItem> CreateFile(
        ItemAddress folder, string name, ReadOnlyMemory<byte> content, CreateFileOptions? options = null)
    {
        PathRules.RequireSegment(name);
        options ??= new CreateFileOptions();
        if (!MediaTypeHeaderValue.TryParse(options.ContentType, out _))
        {
            throw new ArgumentException($"'{options.ContentType}' is not a media type. Use a value such as text/plain.", nameof(options));
        }

        var metadata = new CreateFileRequest
        {
            Name = name,
            ConflictBehavior = options.Conflict,
            Description = options.Description,
            FileSystemInfo = FileSystemInfoRequest.From(options.Times),
        };
        return new()
        {
            Operation = "Content.CreateFile",
            Method = HttpMethod.Post,
            Path = folder.ToRequestPath("children"),
            Body = new RelatedCallBody(new JsonCallBody(metadata), content, options.ContentType),
            CarriesContent = true,
            Answer = DriveItem.Read,
            Result = options.Conflict is ConflictBehavior.Rename ? null : ItemCalls.Get(folder.Child(name)),
            IsIdempotent = options.Conflict is ConflictBehavior.Replace,
        };
    }

    /// <summary>Opens an upload session: <see href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession"/>.</summary>
    /// <remarks>
    /// An unused session expires, so the request can be repeated when its response was lost. Creating a session can change the eTag; the
    /// repeated request may then fail with an If-Match condition.
    /// </remarks>
    internal static GraphCall<UploadSession> CreateSession(
        ItemAddress destination, UploadOptions options, long? length = null, string? ifMatch = null)
    {
        var body = new CreateUploadSessionRequest
        {
            Item = new DriveItemUploadableProperties
            {
                ConflictBehavior = options.Conflict,
                Description = options.Description,
                FileSystemInfo = FileSystemInfoRequest.From(options.Times),
                FileSize = options.CheckQuota ? length : null,
                DriveItemSource = options.Source,
                MediaSource = options.Media,
            },
            DeferCommit = options.DeferCommit ? true : null,
        };
        return new()
        {
            Operation = "Content.CreateUploadSession",
            Method = HttpMethod.Post,
            Path = RequireFile(destination).ToRequestPath("createUploadSession"),
            Headers = ConditionalHeaders.Of(options, ifMatch),
            Body = new JsonCallBody(body),
            Answer = UploadSession.Read,
            IsIdempotent = true,
            Priority = CallPriority.Bulk,
            FinishesOnceSent = true,
        };
    }

    /// <summary>
    /// Makes a file of the bytes that a session holds:
    /// <see href="https://learn.microsoft.com/graph/api/driveitem-createuploadsession#handle-upload-errors"/>.
    /// </summary>
    /// <remarks>
    /// The documentation puts the item to its parent, the service wants the name in the address:
    /// <see href="https://github.com/OneDrive/onedrive-api-docs/issues/1615"/>. It is not repeated blindly: the session knows more.
    /// </remarks>
    internal static GraphCall<DriveItem> Commit(ItemAddress destination, UploadOptions options, Uri uploadUrl) => new()
    {
        Operation = "Content.CommitUpload",
        Method = HttpMethod.Put,
        Path = RequireFile(destination).ToRequestPath(),
        Headers = ConditionalHeaders.Of(options),
        Body = new JsonCallBody(
            new CommitUploadRequest
            {
                Name = destination.Name,
                ConflictBehavior = options.Conflict,
                SourceUrl = uploadUrl.OriginalString,
                Description = options.Description,
                FileSystemInfo = FileSystemInfoRequest.From(options.Times),
            }),
        Answer = DriveItem.Read,
        IsIdempotent = false,
    };

    /// <exception cref="ArgumentException">The address names a folder by its nature.</exception>
    internal static ItemAddress RequireFile(ItemAddress destination) =>
        destination is { Name: null, Anchor: ItemAnchor.Root or ItemAnchor.Special }
            ? throw new ArgumentException(
                $"'{destination}' is a folder. Address the file in it with Child(\"name\") or Path(\"folder/name\").", nameof(destination))
            : destination;
}
