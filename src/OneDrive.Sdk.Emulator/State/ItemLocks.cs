namespace OneDrive.Sdk.Emulator.State;

/// <summary>What keeps an item from being changed: a user has it checked out, or it is a locked record.</summary>
internal static class ItemLocks
{
    public static void RequireUnlocked(ItemNode item, Actor actor)
    {
        if (item.CheckedOutBy is { } holder && holder.UserId != actor.UserId)
        {
            throw Locked($"The file is checked out by {holder.UserName ?? holder.ApplicationName}.");
        }

        if (item.RetentionLabel is { IsRecordLocked: true })
        {
            throw Locked("The item is a locked record.");
        }
    }

    public static GraphError Locked(string message) => new(423, "notAllowed", message, "resourceLocked");
}
