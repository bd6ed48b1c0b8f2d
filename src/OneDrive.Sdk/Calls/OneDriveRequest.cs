using OneDrive.Sdk.Calls;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk;

/// <summary>
/// A request to an endpoint of the service that the client has no method for, as a value. It is sent alone or in a
/// <see cref="BatchRequest"/>, with the sign-in, retries and errors of every other call.
/// </summary>
/// <example>
/// <code>
/// await client.SendAsync(new OneDriveRequest
/// {
///     Method = HttpMethod.Post,
///     Path = RequestPath.Of(DriveAddress.Me.Item(id), "follow"),
///     Body = OneDriveRequestBody.Empty,
/// });
/// </code>
/// </example>
public class OneDriveRequest
{
    /// <summary>The method.</summary>
    /// <value>Default: GET.</value>
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Where the request goes.</summary>
    public required RequestPath Path { get; init; }

    /// <summary>The name of the operation in spans, metrics and messages.</summary>
    /// <value>Default: <c>Client.Send</c>.</value>
    public string Operation { get; init; } = "Client.Send";

    /// <summary>The query parameters in order, not encoded.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The headers in order, besides those that the client sets itself.</summary>
    /// <value>Default: none.</value>
    /// <exception cref="ArgumentException">A header is one that the client sets itself, or cannot be sent.</exception>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init => field = Validate(value); } = [];

    /// <summary>The body.</summary>
    /// <value>Default: <see langword="null"/>, no body.</value>
    public OneDriveRequestBody? Body { get; init; }

    /// <summary>Whether the request may be repeated when it is not known whether it was carried out.</summary>
    /// <value>Default: true for GET, HEAD, OPTIONS, PUT and DELETE, false for the others.</value>
    public bool? IsIdempotent { get; init; }

    /// <summary>Whether a method names an end state, so that sending it twice does what sending it once does.</summary>
    internal static bool MayRepeat(HttpMethod method) => method == HttpMethod.Get || method == HttpMethod.Head || method == HttpMethod.Put
        || method == HttpMethod.Delete || method == HttpMethod.Options;

    /// <summary>The request as a call whose answer is not read.</summary>
    internal GraphCall<NoContent> ToPlainCall(DriveAddress? drive) => CreateCall<NoContent>(drive, read: null);

    private protected GraphCall<T> CreateCall<T>(
        DriveAddress? drive, ModelRead<T>? read, bool allowsEmptyAnswer = false, GraphCall<T>? result = null) => new()
        {
            Operation = Operation,
            Method = Method,
            Path = Path.Write(drive),
            Query = Query,
            Headers = Headers,
            Body = Body?.Call,
            Answer = read,
            MayAnswerNothing = allowsEmptyAnswer,
            Result = result,
            IsIdempotent = IsIdempotent ?? MayRepeat(Method),
            IsDoneWhenAbsentAfterDoubt = Method == HttpMethod.Delete,
        };

    private static IReadOnlyList<KeyValuePair<string, string>> Validate(IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        foreach (var (name, value) in headers)
        {
            if (HeaderText.Refusal(name, value) is { } refusal)
                throw new ArgumentException($"Headers: {refusal}", nameof(headers));
        }

        return headers;
    }
}
