using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class DeviceCodeOptionsValidator(IOptionsMonitor<OneDriveOptions> clients) : IValidateOptions<DeviceCodeOptions>
{
    public ValidateOptionsResult Validate(string? name, DeviceCodeOptions options)
    {
        var failures = DeviceCodeRules.Validate(options, clients.Get(name).Cloud).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
