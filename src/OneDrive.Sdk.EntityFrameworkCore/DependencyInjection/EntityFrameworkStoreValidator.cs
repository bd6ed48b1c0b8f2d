using Microsoft.Extensions.Options;

namespace OneDrive.Sdk.EntityFramework;

/// <summary>Refuses a context that the stores cannot use when the application starts, and not with the first sign-in.</summary>
internal sealed class EntityFrameworkStoreValidator(string registration, EntityFrameworkDatabase database)
    : IValidateOptions<OneDriveOptions>
{
    public ValidateOptionsResult Validate(string? name, OneDriveOptions options) =>
        name != registration ? ValidateOptionsResult.Skip
        : database.FindFault() is { } fault ? ValidateOptionsResult.Fail(fault)
        : ValidateOptionsResult.Success;
}
