using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class ClientSecretOptionsValidator(IOptionsMonitor<OneDriveOptions> clients) : IValidateOptions<ClientSecretOptions>
{
    public ValidateOptionsResult Validate(string? name, ClientSecretOptions options) =>
        SignInValidation.Validate(clients, name, cloud => ClientCredentialRules.Validate(options, cloud));
}
