using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class ClientSecretOptionsValidator(IOptionsMonitor<OneDriveOptions> clients) : IValidateOptions<ClientSecretOptions>
{
    public ValidateOptionsResult Validate(string? name, ClientSecretOptions options)
    {
        var failures = ClientCredentialRules.Validate(options, clients.Get(name).Cloud).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
