namespace OneDrive.Sdk.Requests;

/// <summary>The written form of a conflict behavior, in bodies and in query strings.</summary>
internal static class ConflictBehaviorText
{
    /// <summary>The name of the annotation that carries the behavior.</summary>
    internal const string Name = "@microsoft.graph.conflictBehavior";

    internal static string ToWireValue(this ConflictBehavior behavior) => behavior switch
    {
        ConflictBehavior.Fail => "fail",
        ConflictBehavior.Replace => "replace",
        ConflictBehavior.Rename => "rename",
        _ => throw new ArgumentOutOfRangeException(nameof(behavior), behavior, "The value is not defined in the enumeration."),
    };
}
