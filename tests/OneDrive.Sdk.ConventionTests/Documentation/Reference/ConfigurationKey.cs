namespace OneDrive.Sdk.ConventionTests.Documentation.Reference;

/// <summary>A key of the configuration, as the reference and the schema describe it.</summary>
/// <param name="Name">The key.</param>
/// <param name="Type">What the binder reads: the type without its nullability.</param>
/// <param name="Choices">The allowed values; empty for any value of the type.</param>
/// <param name="Default">What applies when the key is missing, in Markdown.</param>
/// <param name="Description">What the key does, in Markdown.</param>
internal sealed record ConfigurationKey(string Name, Type Type, IReadOnlyList<string> Choices, string Default, string Description);
