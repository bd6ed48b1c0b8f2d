namespace OneDrive.Sdk.Authentication;

/// <summary>What came of one token of a user.</summary>
internal sealed class OnBehalfOfEntry(TokenCache tokens)
{
    private long _lastUsed;

    internal TokenCache Tokens { get; } = tokens;

    /// <summary>When it was last requested, as a monotonic timestamp.</summary>
    internal long LastUsed
    {
        get => Interlocked.Read(ref _lastUsed);
        set => Interlocked.Exchange(ref _lastUsed, value);
    }
}
