namespace OneDrive.Sdk.Tests.Leaks;

/// <summary>Tests of this collection run when all parallel ones are done.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AfterAllOthers
{
    internal const string Name = "after all others";
}
