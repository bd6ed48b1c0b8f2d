using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk;

/// <summary>OneDrive does not take the name or the path of a local file or folder; nothing was sent.</summary>
public sealed class InvalidItemNameException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="name">The name that OneDrive refuses.</param>
    /// <param name="problem">What is wrong with it.</param>
    public InvalidItemNameException(string? name, ItemNameProblem problem)
        : base($"OneDrive does not take the name '{ServerText.Clean(name, 100)}': {Explain(problem)}")
    {
        Problem = problem;
    }

    /// <summary>What is wrong with the name.</summary>
    public ItemNameProblem Problem { get; }

    private static string Explain(ItemNameProblem problem) => problem switch
    {
        ItemNameProblem.Empty => "it is empty.",
        ItemNameProblem.InvalidCharacter => "it contains one of \" * : < > ? / \\ |, a control character or half of a surrogate pair.",
        ItemNameProblem.OuterSpaceOrDot => "it begins with a space, or ends with a space or a dot.",
        ItemNameProblem.ReservedName => "the service keeps it for itself.",
        ItemNameProblem.NameTooLong => "it has more than 255 characters.",
        _ => "its path from the root of the drive has more than 400 characters.",
    };
}
