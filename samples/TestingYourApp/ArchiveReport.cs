namespace TestingYourApp;

/// <summary>What became of the invoices.</summary>
public sealed class ArchiveReport
{
    public IList<string> Archived { get; } = [];

    public IList<string> AlreadyThere { get; } = [];

    /// <summary>Whether the drive had no room for the next one.</summary>
    public bool IsFull { get; set; }

    public override string ToString() =>
        $"{Archived.Count} archived, {AlreadyThere.Count} were there{(IsFull ? ", the drive is full" : "")}";
}
