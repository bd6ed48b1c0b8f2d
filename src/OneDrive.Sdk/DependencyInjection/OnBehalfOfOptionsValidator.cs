using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

internal sealed class OnBehalfOfOptionsValidator(IOptionsMonitor<OneDriveOptions> clients) : IValidateOptions<OnBehalfOfOptions>
{
    public ValidateOptionsResult Validate(string? name, OnBehalfOfOptions options)
    {
        var failures = OnBehalfOfRules.Validate(options, clients.Get(name).Cloud).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
