using System.Text.Json;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.ScenarioTests.Documentation;

// begin: a provider
/// <summary>Tokens of a broker on the network of the company, which signs in for the application.</summary>
public sealed class BrokerTokenProvider(HttpClient broker) : IAccessTokenProvider
{
    public bool IsApplicationOnly => true;

    public string PrincipalKey => "broker";

    public async ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var query = $"token?resource={Uri.EscapeDataString(request.Resource.AbsoluteUri)}&renew={request.Rejected is not null}";
        using var response = await broker.GetAsync(new Uri(query, UriKind.Relative), cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new OneDriveAuthenticationException($"The broker returned {(int)response.StatusCode} instead of a token.")
            {
                Hint = "Check that this machine is registered at the broker.",
                IsTransient = (int)response.StatusCode >= 500,
            };
        }

        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        return new AccessToken(
            json.RootElement.GetProperty("token").GetString()!, json.RootElement.GetProperty("expires").GetDateTimeOffset());
    }
}
// end
