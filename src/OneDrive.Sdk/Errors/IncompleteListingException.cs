namespace OneDrive.Sdk;

/// <summary>
/// Some folders could not be listed. Everything else below the folder was listed before this exception is thrown. Set
/// <see cref="ListDescendantsOptions.OnSkipped"/> to handle each such folder instead.
/// </summary>
public sealed class IncompleteListingException : OneDriveException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The message; it must not contain secrets.</param>
    /// <param name="innerException">The cause, or <see langword="null"/>.</param>
    public IncompleteListingException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for the folders that could not be listed.</summary>
    /// <param name="folders">The folders, one or more.</param>
    public IncompleteListingException(IReadOnlyList<SkippedFolder> folders)
        : base(Describe(folders), folders[0].Error)
    {
        Folders = folders;
        IsTransient = folders.All(folder => folder.Error is OneDriveException { IsTransient: true });
    }

    /// <summary>Each folder that could not be listed, with its address and the cause.</summary>
    public IReadOnlyList<SkippedFolder> Folders { get; init; } = [];

    private static string Describe(IReadOnlyList<SkippedFolder> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentOutOfRangeException.ThrowIfZero(folders.Count, nameof(folders));
        return $"{folders.Count} folders could not be listed. All other folders were listed. The first is {folders[0]}";
    }
}
