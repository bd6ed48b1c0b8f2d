namespace OneDrive.Sdk.Calls;

/// <summary>The answer of a call whose body says nothing.</summary>
internal readonly record struct NoContent;
