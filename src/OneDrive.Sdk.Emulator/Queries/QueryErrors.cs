using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Queries;

/// <summary>The rejections of query options. Users and groups have other codes than drives and sites.</summary>
internal static class QueryErrors
{
    private const string InnerCode = "invalidQueryOption";

    public static GraphError InvalidFilter(string place) => Invalid($"The value of $filter cannot be parsed at '{place}'.");

    public static GraphError Invalid(string message) => GraphError.InvalidRequest(message, InnerCode);

    public static GraphError UnknownProperty(string name, QueryEntity entity)
        => Invalid($"Type 'microsoft.graph.{entity.Name}' has no property '{name}'.");

    /// <summary>The same rejection with the code that the directory uses.</summary>
    public static GraphError ForDirectory(GraphError error) => new(400, "Request_UnsupportedQuery", error.Message);
}
