namespace OneDrive.Sdk.Emulator.State;

/// <summary>The service says no; becomes a Graph error body with these words.</summary>
internal sealed class GraphError(int status, string code, string message, string? innerCode = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public string? InnerCode { get; } = innerCode;

    /// <summary>Headers that belong to the response, such as WWW-Authenticate.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    public static GraphError ItemNotFound() => new(404, "itemNotFound", "The resource could not be found.");

    public static GraphError MethodNotAllowed() => new(405, "invalidRequest", "The method is not allowed on this resource.");

    public static GraphError NameAlreadyExists() => new(409, "nameAlreadyExists", "The specified item name already exists.");

    public static GraphError InvalidRequest(string message, string? innerCode = null) => new(400, "invalidRequest", message, innerCode);

    public static GraphError ResourceModified()
        => new(412, "resourceModified", "ETag does not match current item's value", "entityTagDoesNotMatch");

    public static GraphError FileTooLarge(string limit)
        => new(413, "invalidRequest", $"A file can have at most {limit}.", "maxFileSizeExceeded");

    public static GraphError QuotaLimitReached() => new(507, "quotaLimitReached", "Insufficient space available on this drive.");
}
