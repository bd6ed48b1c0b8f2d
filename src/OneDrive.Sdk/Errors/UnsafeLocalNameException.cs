using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>
/// The name of an item is not valid on this machine, or a local name conflicts with another name at the service. No file was written.
/// </summary>
public sealed class UnsafeLocalNameException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="name">The name that cannot be used.</param>
    /// <param name="problem">What is wrong with it.</param>
    public UnsafeLocalNameException(string? name, LocalNameProblem problem)
        : base($"The name '{ServerText.Clean(name, 100)}' cannot be used as a local file name: {problem}.")
    {
        Problem = problem;
    }

    /// <summary>What is wrong with the name.</summary>
    public LocalNameProblem Problem { get; }
}
