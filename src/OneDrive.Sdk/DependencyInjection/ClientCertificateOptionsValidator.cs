using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class ClientCertificateOptionsValidator(
    IOptionsMonitor<OneDriveOptions> clients) : IValidateOptions<ClientCertificateOptions>
{
    public ValidateOptionsResult Validate(string? name, ClientCertificateOptions options) =>
        SignInValidation.Validate(clients, name, cloud => ClientCredentialRules.Validate(options, cloud));
}
