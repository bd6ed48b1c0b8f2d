using Microsoft.AspNetCore.Http;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.Routing;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Hosting;

/// <summary>One request on its way through the emulator.</summary>
internal sealed class Exchange(HttpContext http, RequestTarget target, CountingStream body)
{
    private TokenGrant? _grant;

    public HttpContext Http { get; } = http;

    public HttpRequest Request => Http.Request;

    public RequestTarget Target { get; } = target;

    public RequestQuery Query => Target.Query;

    /// <summary>The body of the request; counts what is read.</summary>
    public CountingStream Body { get; } = body;

    public string BaseUrl { get; } = PublicUrl.Of(http.Request);

    /// <summary>The drives that the request concerns: that of the user of the token, and the one that is addressed.</summary>
    public IReadOnlyList<string> DriveIds { get; set; } = [];

    /// <summary>The names of those whose drives these are.</summary>
    public IReadOnlyList<string> Owners { get; set; } = [];

    /// <summary>Set by a fault: the delta token of the request counts as forgotten.</summary>
    public DeltaResync? Resync { get; set; }

    /// <summary>Set for /$count: the response must tell how many entries there are.</summary>
    public bool IsCounting { get; set; }

    public string RequestId { get; } = Guid.NewGuid().ToString();

    /// <summary>The caller's own name for the request, if it can be repeated in a header, or else ours.</summary>
    public string ClientRequestId
        => Header("client-request-id") is { Length: > 0 and <= 128 } id && id.All(character => character is > ' ' and < '\x7F')
            ? id
            : RequestId;

    /// <summary>What the caller's token allows; set before a handler that needs a token runs.</summary>
    public TokenGrant Grant
    {
        get => _grant ?? throw new InvalidOperationException("The route of this request does not require a token.");
        set => _grant = value;
    }

    /// <summary>What the sign-in was told to reject with; set before its handler runs.</summary>
    public EntraError? Refusal { get; set; }

    public Actor Actor => Grant.Actor;

    public bool HasAuthorization => Request.Headers.Authorization.Count > 0;

    public string? Header(string name) => Request.Headers.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
