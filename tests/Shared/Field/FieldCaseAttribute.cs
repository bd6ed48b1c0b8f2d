namespace OneDrive.Sdk.FieldTests;

/// <summary>
/// Links a test to a fault that was reported in public. <c>docs/field.md</c> is generated from these attributes. One test of each id
/// carries <see cref="Source"/>, <see cref="Report"/> and <see cref="Right"/>; further tests of the id carry the id and the kind alone.
/// </summary>
/// <param name="id">
/// The id of the case, such as <c>D1</c>; variants of our own have the kind as prefix, such as <c>A1.office-lock-file</c>.
/// </param>
/// <param name="kind">The kind of fault, such as <c>A1</c>: its letter is the section of the page.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class FieldCaseAttribute(string id, string kind) : Attribute
{
    /// <summary>The id of the case.</summary>
    public string Id { get; } = id;

    /// <summary>The kind of fault.</summary>
    public string Kind { get; } = kind;

    /// <summary>
    /// Where it was reported, as <c>owner/repository#number</c>; <c>in the kind of owner/repository#number</c> when the report is of the
    /// same kind but not of this very input; <c>own</c> for a variant that we added.
    /// </summary>
    public string? Source { get; init; }

    /// <summary>What the service says or does, in one sentence.</summary>
    public string? Report { get; init; }

    /// <summary>What this SDK does, in one sentence.</summary>
    public string? Right { get; init; }
}
