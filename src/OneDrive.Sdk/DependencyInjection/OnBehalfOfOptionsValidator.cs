using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class OnBehalfOfOptionsValidator(IOptionsMonitor<OneDriveOptions> clients) : IValidateOptions<OnBehalfOfOptions>
{
    public ValidateOptionsResult Validate(string? name, OnBehalfOfOptions options) =>
        SignInValidation.Validate(clients, name, cloud => OnBehalfOfRules.Validate(options, cloud));
}
