namespace OneDrive.Sdk;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">The type of the entries.</typeparam>
/// <param name="Items">The entries of this page; an empty page does not mean that the list ends.</param>
/// <param name="ContinuationToken">The token of the next page, an opaque value; null on the last page.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? ContinuationToken);
