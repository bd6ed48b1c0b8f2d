using System.Globalization;

namespace OneDrive.Sdk.Emulator.State;

/// <summary>
/// The versions of a file before the present one, the newest first. Personal drives keep 25 of them, libraries 500:
/// https://support.microsoft.com/office/restore-a-previous-version-of-a-file-stored-in-onedrive-159cad6d-d76e-4981-88ef-de6e96c93893.
/// </summary>
internal sealed class ItemHistory(int current = 1)
{
    private const int KeptOnPersonalDrives = 25;
    private const int KeptInLibraries = 500;

    private readonly List<ItemVersion> _earlier = [];
    private int _current = current;

    public IReadOnlyList<ItemVersion> Earlier => _earlier;

    public int Current => _current;

    public string CurrentId => ToId(_current);

    public void Push(ItemNode file, EmulatorDriveType driveType)
    {
        if (file.Content is not { } content)
        {
            return;
        }

        _earlier.Insert(0, new ItemVersion(CurrentId, content, file.Modified, file.ModifiedBy));
        _current++;
        var kept = driveType == EmulatorDriveType.Personal ? KeptOnPersonalDrives : KeptInLibraries;
        while (_earlier.Count > kept)
        {
            _earlier[^1].Content.Delete();
            _earlier.RemoveAt(_earlier.Count - 1);
        }
    }

    /// <summary>Puts back what was saved, the newest first.</summary>
    public void Restore(IEnumerable<ItemVersion> earlier) => _earlier.AddRange(earlier);

    public void Remove(ItemVersion version) => _earlier.Remove(version);

    /// <summary>Deletes what the versions kept.</summary>
    public void Clear() => _earlier.ForEach(version => version.Content.Delete());

    private static string ToId(int number) => string.Create(CultureInfo.InvariantCulture, $"{number}.0");
}
