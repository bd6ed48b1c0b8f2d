namespace OneDrive.Sdk.Emulator.Routing;

/// <summary>
/// A path below /v1.0, taken apart: what it names, and the decoded segments that follow (a verb such as children or content).
/// </summary>
internal sealed record GraphPath(GraphResource Resource, DriveSelector? Drive, ItemSelector? Item, IReadOnlyList<string> Tail)
{
    public static GraphPath Unknown(IReadOnlyList<string> tail) => new(GraphResource.Unknown, null, null, tail);
}
