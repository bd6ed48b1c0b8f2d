using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>A file or folder of the service cannot have its name on this machine; nothing was written.</summary>
public sealed class UnsafeLocalNameException : OneDriveException
{
    internal UnsafeLocalNameException(string? name, LocalNameProblem problem)
        : base($"The name '{ServerText.Clean(name, 100)}' cannot be used on this machine: {problem}.")
    {
        Problem = problem;
    }

    /// <summary>What is wrong with the name.</summary>
    public LocalNameProblem Problem { get; }
}
