namespace OneDrive.Sdk.StressTests.Folders;

/// <summary>How many folders there are, how many files are in each, and how many bytes a file may cost while its folder is open.</summary>
internal sealed record FolderShape(int Folders, int FilesInEach, int BytesForEachName)
{
    private const int UsualFolder = 1000;
    private const int Name = 80;

    internal int Files => Folders * FilesInEach;

    internal static IEnumerable<FolderShape> All(int files) =>
    [
        new(files / UsualFolder, UsualFolder, BytesForEachName: 0),
        new(1, files, Name),
    ];

    public override string ToString() => $"{Files:N0} files in {Folders:N0} folders";
}
