namespace OneDrive.Sdk.Transfers;

/// <summary>An upload session that is under way. Not a record: its text would show the address.</summary>
internal sealed class OpenSession(Uri url, DateTimeOffset created, DateTimeOffset? expires, bool isResumed)
{
    internal Uri Url => url;

    internal DateTimeOffset Created => created;

    internal DateTimeOffset? Expires => expires;

    /// <summary>Whether an earlier call began it.</summary>
    internal bool IsResumed => isResumed;
}
