namespace OneDrive.Sdk.Calls;

/// <summary>The response of a call whose body says nothing.</summary>
internal readonly record struct NoContent;
