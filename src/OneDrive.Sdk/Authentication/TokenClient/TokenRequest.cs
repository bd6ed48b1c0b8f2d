using System.Globalization;

namespace OneDrive.Sdk.Authentication;

/// <summary>
/// A request to the token endpoint. <see cref="TokenClient"/> adds the application, the claims and the credential to each attempt.
/// </summary>
/// <param name="Context">The sign-in.</param>
/// <param name="Fields">The fields of the grant.</param>
internal sealed record TokenRequest(SignInContext Context, params IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>The id of the request, the same for all its attempts.</summary>
    internal string Id { get; } = Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);

    /// <summary>Another endpoint than the token endpoint of the tenant.</summary>
    internal Uri? Endpoint { get; init; }

    internal string? Claims { get; init; }

    /// <summary>Whether the request may be sent again although the endpoint may have processed it.</summary>
    internal bool IsRepeatable { get; init; } = true;

    /// <summary>Whether the caller repeats the request at a pace of its own.</summary>
    internal bool IsRepeatedByCaller { get; init; }

    /// <summary>
    /// Whether a request that was sent is completed after cancellation, because its response may contain the only valid refresh token.
    /// </summary>
    internal bool CompletesWhenCancelled { get; init; }

    /// <summary>Returns a fixed text, because the fields hold secrets.</summary>
    public override string ToString() => "[REDACTED]";
}
