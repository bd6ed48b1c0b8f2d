namespace OneDrive.Sdk.Emulator.State;

/// <summary>What a client tells of a file beside its bytes.</summary>
internal sealed record ItemFacts(DateTimeOffset? Created, DateTimeOffset? Modified, string? Description)
{
    /// <summary>These facts, and the others where these say nothing.</summary>
    public ItemFacts Or(ItemFacts others) => new(Created ?? others.Created, Modified ?? others.Modified, Description ?? others.Description);
}
