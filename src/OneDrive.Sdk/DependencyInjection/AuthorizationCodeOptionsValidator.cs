using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class AuthorizationCodeOptionsValidator(IOptionsMonitor<OneDriveOptions> clients)
    : IValidateOptions<AuthorizationCodeOptions>
{
    public ValidateOptionsResult Validate(string? name, AuthorizationCodeOptions options) =>
        SignInValidation.Validate(clients, name, cloud => AuthorizationCodeRules.Validate(options, cloud));
}
