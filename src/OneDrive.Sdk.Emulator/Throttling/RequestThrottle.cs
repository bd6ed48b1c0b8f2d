using OneDrive.Sdk.Emulator.Hosting;
using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.Routing;

namespace OneDrive.Sdk.Emulator.Throttling;

/// <summary>Applies the limits to a request: its principal and its cost.</summary>
internal sealed class RequestThrottle(ServiceThrottle throttle, TokenTable tokens, string tenantId)
{
    private const string Scheme = "Bearer ";

    public Fault? Refuse(Exchange exchange, Route route, int inFlight)
    {
        if (throttle.Limits is null || SubjectOf(exchange, route) is not { } subject)
            return null;
        var cost = ResourceUnits.Of(route.Operation, exchange);
        return throttle.Refuse(subject, cost, exchange.Request.ContentLength ?? 0, inFlight, exchange.Http.Response.Headers);
    }

    public void Sent(Exchange exchange, Route route, Answer answer)
    {
        if (answer.Content is { } content && throttle.Limits is not null && SubjectOf(exchange, route) is { } subject)
            throttle.Sent(subject, content.Length);
    }

    // A request whose token is not known is answered 401 and charged to no one.
    private ThrottleSubject? SubjectOf(Exchange exchange, Route route)
    {
        if (!route.NeedsToken)
            return new ThrottleSubject(tenantId, Application: null, exchange.DriveIds.Count > 0 ? exchange.DriveIds[0] : null);
        return exchange.Header("Authorization") is { } header
            && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && tokens.Find(header[Scheme.Length..].Trim()) is { } grant
                ? new ThrottleSubject(grant.TenantId, grant.ApplicationId, grant.User?.Drive.Id)
                : null;
    }
}
