using Microsoft.Identity.Client;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.Emulator.ClientTests.Identity;

// begin: msal adapter
/// <summary>Tokens of an MSAL application: for a user who signed in with the scopes, or for the application itself.</summary>
public sealed class MsalTokenProvider(IClientApplicationBase application, IAccount? account = null, params string[] scopes)
    : IAccessTokenProvider
{
    public bool IsApplicationOnly => account is null;

    public string PrincipalKey => $"{application.AppConfig.ClientId} {account?.HomeAccountId.Identifier}";

    public async ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        var requested = scopes.Length > 0 ? scopes : [$"{request.Resource.GetLeftPart(UriPartial.Authority)}/.default"];
        var isRejected = request.Rejected is not null;
        try
        {
            var result = account is null
                ? await ((IConfidentialClientApplication)application).AcquireTokenForClient(requested)
                    .WithForceRefresh(isRejected).WithClaims(request.Claims).ExecuteAsync(cancellationToken)
                : await application.AcquireTokenSilent(requested, account)
                    .WithForceRefresh(isRejected).WithClaims(request.Claims).ExecuteAsync(cancellationToken);
            return new AccessToken(result.AccessToken, result.ExpiresOn);
        }
        catch (MsalException failure)
        {
            throw new OneDriveAuthenticationException($"MSAL could not get a token: {failure.ErrorCode}.", failure)
            {
                Error = failure.ErrorCode,
                Claims = (failure as MsalServiceException)?.Claims,
                RequiresSignIn = failure is MsalUiRequiredException,
                IsTransient = failure.IsRetryable,
            };
        }
    }
}
// end
