using OneDrive.Sdk.Authentication;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Service;

/// <summary>Tokens of one user of the emulator; a refused one is replaced.</summary>
internal sealed class EmulatorTokens(OneDriveEmulator emulator, EmulatorUser user) : IAccessTokenProvider
{
    private string _token = emulator.IssueAccessToken(user);

    public bool IsApplicationOnly => false;

    public ValueTask<AccessToken> GetTokenAsync(AccessTokenRequest request, CancellationToken cancellationToken)
    {
        if (request.Rejected is not null)
            _token = emulator.IssueAccessToken(user);
        return ValueTask.FromResult(new AccessToken(_token, DateTimeOffset.MaxValue));
    }
}
