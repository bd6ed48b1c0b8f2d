using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>
/// A file or folder of the service cannot have its name on this machine, or one of this machine has a name that is another one's at the
/// service; nothing was written.
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
