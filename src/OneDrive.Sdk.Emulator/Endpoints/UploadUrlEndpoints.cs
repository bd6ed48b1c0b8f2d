using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// What an upload URL answers: fragments, the state of the session, its end. The rules are those of
/// https://learn.microsoft.com/graph/api/driveitem-createuploadsession: in order, multiples of 320 KiB except the last, below 60 MiB, no
/// Authorization.
/// </summary>
internal sealed class UploadUrlEndpoints(UploadSessionTable sessions, ContentStore store, UploadCommit commit, EmulatorOptions options)
{
    private const int FragmentUnit = 320 * 1024;
    private const int BufferSize = 64 * 1024;

    public async Task<Answer> PutFragmentAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var session = Find(exchange);
        var range = ContentRange.Parse(exchange.Header("Content-Range"));
        await session.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            CheckOpen(session);
            Check(session, range, exchange.Request.ContentLength);
            var writer = session.Writer ??= store.Create(range.Total, session.Drive.Type);
            session.Total = range.Total;
            await ReceiveAsync(exchange, writer, range.Length, cancellationToken).ConfigureAwait(false);
            CheckOpen(session);
            if (range.IsFinal)
            {
                return Complete(exchange, session, writer);
            }

            sessions.TakeDown(session);
            return Answer.Json(202, Render(session));
        }
        finally
        {
            session.LeaveTurn();
        }
    }

    public Answer GetStatus(Exchange exchange) => Answer.Json(200, Render(Find(exchange)));

    public async Task<Answer> CommitAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var session = Find(exchange);

        // https://learn.microsoft.com/graph/api/driveitem-createuploadsession#completing-a-file
        if (session.Drive.Type == EmulatorDriveType.Personal)
        {
            throw new GraphError(
                400, "notSupported", "An upload to a personal drive must be committed with a PUT of the item with "
                    + "@microsoft.graph.sourceUrl.");
        }

        await session.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            lock (session.Drive.Gate)
            {
                return commit.Run(exchange, session);
            }
        }
        finally
        {
            session.LeaveTurn();
        }
    }

    public Answer Cancel(Exchange exchange)
    {
        sessions.Remove(Find(exchange), keepContent: false);
        return Answer.Empty(204);
    }

    /// <summary>The path of the file that is being uploaded, so that faults and recordings can name it.</summary>
    public string? FindPath(Exchange exchange)
    {
        if (sessions.Find(exchange.Query["guid"]) is not { } session)
        {
            return null;
        }

        lock (session.Drive.Gate)
        {
            return session.Parent.GetPath() is { Length: > 0 } folder ? $"{folder}/{session.Name}" : session.Name;
        }
    }

    private UploadSession Find(Exchange exchange)
    {
        if (options.RefuseAuthorizationOnAnonymousUrls && exchange.HasAuthorization)
        {
            throw new GraphError(401, "unauthenticated", "An upload URL must be used without an Authorization header.");
        }

        return sessions.Get(exchange.Query["guid"], exchange.Query[DownloadUrls.SecretParameter]);
    }

    private static void CheckOpen(UploadSession session)
    {
        if (session.IsClosed)
        {
            throw UploadSessionTable.NotFound();
        }
    }

    private void Check(UploadSession session, ContentRange range, long? contentLength)
    {
        if (contentLength != range.Length)
        {
            throw GraphError.InvalidRequest("Content-Length and Content-Range do not match.", "fragmentLengthMismatch");
        }

        if (range.Length >= options.MaxFragmentSize)
        {
            throw new GraphError(
                413,
                "invalidRequest",
                $"A fragment must be smaller than {options.MaxFragmentSize} bytes.",
                "maxFragmentLengthExceeded");
        }

        UploadSession.RequirePossibleLength(range.Total);
        if (session.Total is { } total && total != range.Total)
        {
            throw GraphError.InvalidRequest("The total size of the file must not change within an upload session.");
        }

        if (range.First != session.Received)
        {
            throw new GraphError(
                416,
                "invalidRange",
                "The uploaded fragment overlaps with data that has already been received, or leaves a gap.",
                range.First < session.Received ? "fragmentOverlap" : "fragmentOutOfOrder");
        }

        if (!range.IsFinal && range.Length % FragmentUnit != 0 && !options.Lenient)
        {
            throw GraphError.InvalidRequest($"Every fragment but the last must be a multiple of {FragmentUnit} bytes.");
        }
    }

    private static async Task ReceiveAsync(Exchange exchange, ContentWriter writer, long length, CancellationToken cancellationToken)
    {
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            writer.BeginFragment();
            while (length > 0)
            {
                var read = await exchange.Body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
                if (read == 0)
                {
                    throw GraphError.InvalidRequest("The fragment is shorter than its Content-Length.", "fragmentLengthMismatch");
                }

                await writer.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                length -= read;
            }

            await writer.AcceptFragmentAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Answer Complete(Exchange exchange, UploadSession session, ContentWriter writer)
    {
        session.Finished = writer.Finish();
        if (session.DeferCommit)
        {
            sessions.TakeDown(session);
            return Answer.Json(202, Render(session));
        }

        lock (session.Drive.Gate)
        {
            return commit.Run(exchange, session);
        }
    }

    private static JsonObject Render(UploadSession session)
    {
        var next = new JsonArray();
        if (session.Finished is null)
        {
            next.Add((JsonNode)string.Create(CultureInfo.InvariantCulture, $"{session.Received}-"));
        }

        return new JsonObject { ["expirationDateTime"] = ItemRenderer.Date(session.Expires), ["nextExpectedRanges"] = next };
    }
}
