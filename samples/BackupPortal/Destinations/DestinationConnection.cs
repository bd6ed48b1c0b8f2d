using BackupPortal.Data;
using OneDrive.Sdk.Authentication;

namespace BackupPortal.Destinations;

/// <summary>The sign-in of one destination with its current settings, shared by everything that works with it.</summary>
public sealed class DestinationConnection : IDisposable
{
    private readonly IDisposable _owner;

    private DestinationConnection(IDisposable owner) => _owner = owner;

    /// <summary>The settings and the address with which it was made.</summary>
    public required string Stamp { get; init; }

    /// <summary>For accounts that consent in the browser.</summary>
    public AuthorizationCodeFlow? Flow { get; private init; }

    /// <summary>For OneDrive for Business of the first version.</summary>
    public AadV1Flow? Legacy { get; private init; }

    /// <summary>For the application itself.</summary>
    public IAccessTokenProvider? Application { get; private init; }

    public static DestinationConnection Of(AuthorizationCodeFlow flow, string stamp) => new(flow) { Flow = flow, Stamp = stamp };

    public static DestinationConnection Of(AadV1Flow flow, string stamp) => new(flow) { Legacy = flow, Stamp = stamp };

    public static DestinationConnection Of(ClientCertificateTokenProvider tokens, string stamp) =>
        new(tokens) { Application = tokens, Stamp = stamp };

    /// <summary>The key under which the sign-in of a destination is kept.</summary>
    public static string KeyOf(Destination destination) => $"destination-{destination.Id}";

    public Task<AuthorizationStart> BeginAsync(string key, BeginAuthorizationOptions options, CancellationToken cancellationToken) =>
        Legacy is { } legacy
            ? legacy.BeginAsync(key, options, cancellationToken)
            : Require(Flow).BeginAsync(key, options, cancellationToken);

    public Task<UserSignIn> CompleteAsync(string key, AuthorizationCallback callback, CancellationToken cancellationToken) =>
        Legacy is { } legacy
            ? legacy.CompleteAsync(key, callback, cancellationToken)
            : Require(Flow).CompleteAsync(key, callback, cancellationToken);

    /// <summary>The tokens, and the endpoint when it is not Microsoft Graph.</summary>
    public async Task<(IAccessTokenProvider Tokens, Uri? Endpoint)> GetTokensAsync(string key, CancellationToken cancellationToken)
    {
        if (Application is { } application)
            return (application, null);
        if (Legacy is not { } legacy)
            return (Require(Flow).ForUser(key), null);

        var service = await legacy.FindServiceAsync(key, cancellationToken);
        return (legacy.ForUser(key, service), service.EndpointUri);
    }

    public void Dispose() => _owner.Dispose();

    private static AuthorizationCodeFlow Require(AuthorizationCodeFlow? flow) =>
        flow ?? throw new InvalidOperationException("This destination signs in with a certificate: no person consents.");
}
