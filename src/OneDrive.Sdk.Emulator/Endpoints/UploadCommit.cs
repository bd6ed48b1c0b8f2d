using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Endpoints;

/// <summary>
/// Turns a complete upload session into a file. When it cannot, the session keeps its bytes, so that the client may try again differently.
/// </summary>
internal sealed class UploadCommit(UploadSessionTable sessions, ItemRenderer renderer, StoredQuirks quirks)
{
    /// <summary>Commits as the session was opened. Called under the lock of the drive and in the turn of the session.</summary>
    public Answer Run(Exchange exchange, UploadSession session)
    {
        if (session.Target is not { } target)
        {
            var asOpened = new UploadCommitTarget(
                session.Parent, session.Name, session.Conflict, session.IfMatch, session.IfNoneMatch, session.Facts);
            return Run(exchange, session, asOpened);
        }

        return Run(exchange, session, target, session.IfMatch, session.IfNoneMatch, session.Facts);
    }

    /// <summary>Commits to an item that exists. Called under the lock of the drive and in the turn of the session.</summary>
    public Answer Run(
        Exchange exchange, UploadSession session, ItemNode target, string? ifMatch, string? ifNoneMatch, ItemFacts facts)
        => Try(session, content =>
        {
            if (session.Drive.FindById(target.Id) is null)
            {
                throw GraphError.ItemNotFound();
            }

            ItemQuery.CheckIfMatch(ifMatch, target);
            ItemQuery.CheckIfNoneMatch(ifNoneMatch, target);
            session.Drive.ReplaceContent(target, content, session.Actor);
            return Finish(exchange, session, target, facts, isNew: false);
        });

    /// <summary>Commits under this name. Called under the lock of the drive and in the turn of the session.</summary>
    public Answer Run(Exchange exchange, UploadSession session, UploadCommitTarget target) => Try(session, content =>
    {
        if (session.Drive.FindById(target.Parent.Id) is null)
        {
            throw GraphError.ItemNotFound();
        }

        var existing = target.Parent.FindChild(target.Name);
        ItemQuery.CheckIfMatch(target.IfMatch, existing);
        ItemQuery.CheckIfNoneMatch(target.IfNoneMatch, existing);
        var (item, isNew) = session.Drive.PutFile(target.Parent, target.Name, content, target.Conflict, session.Actor);
        return Finish(exchange, session, item, target.Facts, isNew);
    });

    private Answer Try(UploadSession session, Func<StoredContent, Answer> commit)
    {
        if (session.IsClosed)
        {
            throw UploadSessionTable.NotFound();
        }

        var content = session.Finished
            ?? throw GraphError.InvalidRequest("The upload session has not received all bytes.", "uploadSessionIncomplete");
        try
        {
            return commit(content);
        }
        catch (GraphError)
        {
            session.WasRefused = true;
            sessions.TakeDown(session);
            throw;
        }
    }

    private Answer Finish(Exchange exchange, UploadSession session, ItemNode item, ItemFacts facts, bool isNew)
    {
        quirks.Describe(session.Drive, item);
        item.Apply(facts.Created, facts.Modified, facts.Description);
        sessions.Remove(session, keepContent: true);
        session.Drive.Unsaved.SessionEnded(session.Id);
        return Answer.Json(isNew ? 201 : 200, renderer.RenderAnswer(session.Drive, item, exchange.BaseUrl));
    }
}
