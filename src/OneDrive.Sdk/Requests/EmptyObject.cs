namespace OneDrive.Sdk.Requests;

/// <summary>An object without members, by which the service recognises what is meant.</summary>
[JsonRequest]
internal sealed partial class EmptyObject;
