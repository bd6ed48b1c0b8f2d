using Microsoft.Extensions.Options;
using OneDrive.Sdk.Authentication;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>Validates the options of a sign-in, which depend on the cloud of its client.</summary>
internal sealed class SignInOptionsValidator<TOptions>(IOptionsMonitor<OneDriveOptions> clients) : IValidateOptions<TOptions>
    where TOptions : class, ISignInOptions
{
    public ValidateOptionsResult Validate(string? name, TOptions options)
    {
        OneDriveCloud cloud;
        try
        {
            cloud = clients.Get(name).Cloud;
        }
        catch (OptionsValidationException exception) when (exception.OptionsType == typeof(OneDriveOptions))
        {
            // The options of the client are reported by their own validator, and once is enough.
            return ValidateOptionsResult.Skip;
        }

        var failures = SignInChecks.Problems(options, cloud).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
