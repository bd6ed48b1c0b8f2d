using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Turns a complete upload session into a file. When it cannot, the session keeps its bytes, so that the client may try again differently.
/// </summary>
internal sealed class UploadCommit(UploadSessionTable sessions, ItemRenderer renderer)
{
    /// <summary>Commits as the session was opened. Called under the lock of the drive and in the turn of the session.</summary>
    public Answer Run(Exchange exchange, UploadSession session)
    {
        if (session.Target is not { } target)
        {
            return Run(exchange, session, session.Parent, session.Name, session.Conflict, session.IfMatch);
        }

        var content = GetContent(session);
        var drive = session.Drive;
        if (drive.FindById(target.Id) is null)
        {
            throw GraphError.ItemNotFound();
        }

        ItemQuery.CheckIfMatch(session.IfMatch, target);
        drive.ReplaceContent(target, content, session.Actor);
        return Finish(exchange, session, target, isNew: false);
    }

    /// <summary>Commits under this name. Called under the lock of the drive and in the turn of the session.</summary>
    public Answer Run(Exchange exchange, UploadSession session, ItemNode parent, string name, ConflictBehavior conflict, string? ifMatch)
    {
        var content = GetContent(session);
        var drive = session.Drive;
        if (drive.FindById(parent.Id) is null)
        {
            throw GraphError.ItemNotFound();
        }

        ItemQuery.CheckIfMatch(ifMatch, parent.FindChild(name));
        var (item, isNew) = drive.PutFile(parent, name, content, conflict, session.Actor);
        return Finish(exchange, session, item, isNew);
    }

    private static StoredContent GetContent(UploadSession session)
    {
        if (session.IsClosed)
        {
            throw UploadSessionTable.NotFound();
        }

        return session.Finished ?? throw GraphError.InvalidRequest("Bytes of the upload session are missing.", "uploadSessionIncomplete");
    }

    private Answer Finish(Exchange exchange, UploadSession session, ItemNode item, bool isNew)
    {
        item.Apply(session.FileSystemCreated, session.FileSystemModified, session.Description);
        sessions.Remove(session, keepContent: true);
        return Answer.Json(isNew ? 201 : 200, renderer.RenderAnswer(session.Drive, item, exchange.BaseUrl));
    }
}
