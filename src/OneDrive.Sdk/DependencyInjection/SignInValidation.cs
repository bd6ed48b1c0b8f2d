using Microsoft.Extensions.Options;

namespace OneDrive.Sdk.DependencyInjection;

/// <summary>Checks the options of a sign-in, which depend on the cloud of its client.</summary>
internal static class SignInValidation
{
    internal static ValidateOptionsResult Validate(
        IOptionsMonitor<OneDriveOptions> clients, string? name, Func<OneDriveCloud, IEnumerable<string>> check)
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

        var failures = check(cloud).ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }
}
