using System.Security.Authentication;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http;

/// <summary>Distinguishes connection failures from cancellation by the caller and from bugs, and describes them without secrets.</summary>
internal static class ConnectionFailure
{
    /// <summary>Whether the exception means that no usable response was received. Cancellation by the caller is never included.</summary>
    internal static bool Is(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        OneDriveException => false,
        HttpRequestException or InactivityException => true,
        IOException => true,
        OperationCanceledException => !cancellationToken.IsCancellationRequested,
        _ => false,
    };

    /// <summary>Whether a retry can help; not for an untrusted certificate or a blocked address.</summary>
    internal static bool IsTransient(Exception exception) =>
        exception.GetBaseException() is not (AuthenticationException or PrivateNetworkException)
        && exception is not HttpRequestException
        {
            HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded,
        };

    /// <summary>Whether nothing of the request can have reached the other side.</summary>
    internal static bool IsBeforeSending(Exception exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>A description of the failure that does not contain addresses, unlike the texts of the network stack.</summary>
    internal static string Reason(Exception exception) => exception switch
    {
        InactivityException inactivity => inactivity.Message,
        _ when exception.GetBaseException() is PrivateNetworkException => PrivateNetworkException.Reason,
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } failure => failure.Message,
        HttpRequestException { HttpRequestError: not HttpRequestError.Unknown } failure => failure.HttpRequestError.ToString(),
        HttpRequestException { InnerException: IOException } or IOException => "the connection was closed unexpectedly",
        OperationCanceledException => "the connection was cancelled",
        _ => exception.GetType().Name,
    };

    internal static OneDriveConnectionException Wrap(Exception exception, HttpRequestMessage request, string operation)
    {
        var anonymous = RequestTraits.Of(request).IsAnonymous;
        var place = anonymous ? UrlRedactor.Origin(request.RequestUri) : UrlRedactor.Redact(request.RequestUri);
        return new OneDriveConnectionException(
            $"{operation}: {request.Method} {place} did not return a usable response: {Reason(exception)}.", exception)
        { IsTransient = IsTransient(exception) };
    }
}
