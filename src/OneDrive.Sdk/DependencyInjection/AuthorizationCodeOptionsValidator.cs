using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class AuthorizationCodeOptionsValidator(IOptionsMonitor<OneDriveOptions> clients)
    : IValidateOptions<AuthorizationCodeOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthorizationCodeOptions options)
    {
        var failures = AuthorizationCodeRules.Validate(options, clients.Get(name).Cloud).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
