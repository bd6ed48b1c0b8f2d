namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// Copies files and folders, within a drive or to another one. Dates, permissions and descriptions stay behind, as at the service.
/// </summary>
internal static class TreeCopier
{
    public static ItemNode Copy(
        ItemNode item,
        DriveState destination,
        ItemNode newParent,
        string name,
        ConflictBehavior conflict,
        Actor actor)
    {
        if (!item.IsFolder)
        {
            var content = item.Content?.Share() ?? throw GraphError.ItemNotFound();
            try
            {
                return destination.PutFile(newParent, name, content, conflict, actor).Item;
            }
            catch (GraphError)
            {
                content.Delete();
                throw;
            }
        }

        // The children are listed first: a folder may be copied into itself.
        var children = item.ListChildren().ToArray();
        var copy = destination.CreateFolder(newParent, name, conflict, actor);
        foreach (var child in children)
        {
            Copy(child, destination, copy, child.Name, ConflictBehavior.Fail, actor);
        }

        return copy;
    }
}
