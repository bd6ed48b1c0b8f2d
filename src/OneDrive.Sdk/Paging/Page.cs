namespace OneDrive.Sdk;

/// <summary>One answer of a list that comes in several.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
/// <param name="Items">The entries of this page; an empty page does not mean that the list ends.</param>
/// <param name="ContinuationToken">What leads to the next page, to be kept as it is; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? ContinuationToken);
