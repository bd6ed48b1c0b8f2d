namespace OneDrive.Sdk.Emulator;

/// <summary>Claims about what is in a drive. What fails shows what is there.</summary>
public static class DriveAssertions
{
    private const int LongestList = 40;

    /// <summary>Claims that a file is there, with these bytes.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <param name="content">The bytes; null when any will do.</param>
    /// <returns>The same drive.</returns>
    /// <exception cref="EmulatorAssertionException">The file does not exist, or has other content.</exception>
    public static EmulatorDrive VerifyFile(this EmulatorDrive drive, string path, byte[]? content = null)
    {
        ArgumentNullException.ThrowIfNull(drive);
        if (drive.FindItem(path) is not { IsFolder: false } file)
        {
            throw new EmulatorAssertionException($"The file '{path}' does not exist. {Describe(drive)}");
        }

        if (content is not null && !IsEqual(drive, path, content))
        {
            throw new EmulatorAssertionException($"'{path}' has {file.Size} bytes, which differ from the {content.Length} expected bytes.");
        }

        return drive;
    }

    /// <summary>Claims that nothing is there.</summary>
    /// <param name="drive">The drive.</param>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <returns>The same drive.</returns>
    /// <exception cref="EmulatorAssertionException">There is something.</exception>
    public static EmulatorDrive VerifyNothing(this EmulatorDrive drive, string path)
    {
        ArgumentNullException.ThrowIfNull(drive);
        return drive.FindItem(path) is null ? drive : throw new EmulatorAssertionException($"'{path}' exists, but must not. "
            + $"{Describe(drive)}");
    }

    private static bool IsEqual(EmulatorDrive drive, string path, byte[] content)
    {
        using var stream = drive.OpenContent(path);
        if (stream.Length != content.Length)
        {
            return false;
        }

        var stored = new byte[content.Length];
        stream.ReadExactly(stored);
        return stored.AsSpan().SequenceEqual(content);
    }

    private static string Describe(EmulatorDrive drive) => drive.ListItems() is { Count: > 0 } items
        ? $"The drive contains: {string.Join(", ", items.Take(LongestList).Select(item => item.Path))}."
        : "The drive is empty.";
}
