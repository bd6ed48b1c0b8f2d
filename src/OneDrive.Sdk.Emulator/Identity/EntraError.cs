using System.Globalization;
using System.Text.Json.Nodes;
using OneDrive.Sdk.Emulator.Hosting;

namespace OneDrive.Sdk.Emulator.Identity;

/// <summary>The token endpoint says no; becomes an OAuth error body with an AADSTS number.</summary>
internal sealed class EntraError(int status, string error, int number, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Error { get; } = error;

    public int Number { get; } = number;

    public string? SubError { get; init; }

    public string? Claims { get; init; }

    public static EntraError UnknownApplication(string clientId, EmulatorOptions options) => new(
        400,
        "unauthorized_client",
        700016,
        $"Application with identifier '{clientId}' was not found in the directory '{options.TenantDomain}'.");

    public static EntraError InvalidRequest(int number, string message) => new(400, "invalid_request", number, message);

    public static EntraError InvalidClient(int number, string message) => new(401, "invalid_client", number, message);

    public static EntraError MissingParameter(string name)
        => InvalidRequest(
            900144,
            string.Create(CultureInfo.InvariantCulture, $"The request body must contain the following parameter: '{name}'."));

    /// <summary>The error as the token endpoint writes it.</summary>
    public Answer Render(Exchange exchange, TimeProvider timeProvider)
    {
        var time = timeProvider.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var correlation = exchange.ClientRequestId;
        var json = new JsonObject
        {
            ["error"] = Error,
            ["error_description"] = $"AADSTS{Number}: {Message} "
                + $"Trace ID: {exchange.RequestId} Correlation ID: {correlation} Timestamp: {time}",
            ["error_codes"] = new JsonArray(Number),
            ["timestamp"] = time,
            ["trace_id"] = exchange.RequestId,
            ["correlation_id"] = correlation,
            ["error_uri"] = $"{exchange.BaseUrl}/error?code={Number}",
        };
        if (SubError is not null)
        {
            json["suberror"] = SubError;
        }

        if (Claims is not null)
        {
            json["claims"] = Claims;
        }

        var answer = Answer.Json(Status, json);
        return Status == 401 ? answer.With("WWW-Authenticate", "Basic realm=\"\"") : answer;
    }
}
