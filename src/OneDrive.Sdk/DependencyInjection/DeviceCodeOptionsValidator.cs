using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class DeviceCodeOptionsValidator(IOptionsMonitor<OneDriveOptions> clients) : IValidateOptions<DeviceCodeOptions>
{
    public ValidateOptionsResult Validate(string? name, DeviceCodeOptions options) =>
        SignInValidation.Validate(clients, name, cloud => DeviceCodeRules.Validate(options, cloud));
}
