namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// Which history the positions of a change log belong to. A log that was put back continues in a new branch: positions of the abandoned one
/// mean something else now.
/// </summary>
/// <param name="Number">The number of the branch.</param>
/// <param name="Earlier">The branches that it came from, and up to where they are the same.</param>
internal sealed record ChangeBranch(int Number, IReadOnlyList<(int Number, long Until)> Earlier)
{
    public static ChangeBranch First { get; } = new(0, []);

    /// <summary>Whether a position of a branch is one of this one too.</summary>
    public bool Holds(int branch, long position) => branch == Number || Earlier.Any(one => one.Number == branch && position <= one.Until);

    public ChangeBranch Fork(int number, long position) => new(number, [.. Earlier, (Number, position)]);
}
