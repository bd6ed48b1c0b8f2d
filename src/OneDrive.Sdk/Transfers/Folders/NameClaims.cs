using System.Text;

namespace OneDrive.Sdk.Transfers.Folders;

/// <summary>
/// Tracks the names in use in one folder, case-insensitively. It stores two numbers for each name instead of the name, so that a folder
/// with a million files uses some tens of megabytes.
/// </summary>
internal sealed class NameClaims
{
    private readonly Dictionary<ulong, ulong> _owners = [];

    /// <summary>Takes a name for an item.</summary>
    /// <returns>False when the same item has it already, as happens when a list changes while it is read.</returns>
    /// <exception cref="UnsafeLocalNameException">Another item has it.</exception>
    internal bool Claim(string name, string? id)
    {
        var owner = Fingerprint(id ?? name);
        var key = Fingerprint(name.Normalize(NormalizationForm.FormC).ToUpperInvariant());
        if (_owners.TryAdd(key, owner))
            return true;
        if (_owners[key] != owner)
            throw new UnsafeLocalNameException(name, LocalNameProblem.CaseCollision);
        return false;
    }

    // FNV-1a with 64 bits: see https://datatracker.ietf.org/doc/html/draft-eastlake-fnv. A collision can only reject a file.
    private static ulong Fingerprint(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
            hash = unchecked((hash ^ character) * 1099511628211UL);
        return hash;
    }
}
