namespace OneDrive.Sdk.Transfers;

/// <summary>The hash of the service beside ours, of the same kind.</summary>
/// <param name="Kind">The name of the hash.</param>
/// <param name="Theirs">What the service says; null when it says nothing that can be compared.</param>
/// <param name="Ours">What was computed here.</param>
internal readonly record struct HashComparison(string Kind, string? Theirs, string Ours)
{
    internal const string QuickXor = "QuickXorHash";

    /// <summary>The comparison of content that was not hashed.</summary>
    internal static HashComparison Skipped => new(QuickXor, null, "(not computed)");

    internal bool IsPossible => Theirs is not null;

    /// <summary>Hexadecimal digits may be large or small; base64 may not.</summary>
    internal bool Differs => Theirs is not null
        && !string.Equals(Theirs, Ours, Kind == QuickXor ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
}
