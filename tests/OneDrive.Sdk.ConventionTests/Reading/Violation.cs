namespace OneDrive.Sdk.ConventionTests.Reading;

/// <summary>One place that breaks a rule; prints as compilers do, so that an editor can jump there.</summary>
internal readonly record struct Violation(string Path, int Line, string Message)
{
    public override string ToString() => $"{Path}({Line}): {Message}";
}
