using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator;

/// <summary>A group of the tenant, which owns a document library.</summary>
public sealed class EmulatorGroup
{
    private readonly DirectoryState _directory;
    private readonly GroupState _state;

    internal EmulatorGroup(DirectoryState directory, GroupState state, EmulatorDrive drive) =>
        (_directory, _state, Drive) = (directory, state, drive);

    /// <summary>The object id.</summary>
    public string Id => _state.Id;

    /// <summary>The display name.</summary>
    public string DisplayName => _state.DisplayName;

    /// <summary>The mail address.</summary>
    public string Mail => _state.Mail;

    /// <summary>The document library.</summary>
    public EmulatorDrive Drive { get; }

    /// <summary>Adds a file to the library, and creates its parent folders.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <param name="content">The bytes.</param>
    /// <returns>The same group.</returns>
    public EmulatorGroup WithFile(string path, byte[] content)
    {
        Drive.WithFile(path, content);
        return this;
    }

    /// <summary>Adds a list without files to the site of the group, whose entries have values only.</summary>
    /// <param name="name">The name of the list.</param>
    /// <returns>The same group.</returns>
    /// <exception cref="ArgumentException">The list already exists.</exception>
    public EmulatorGroup WithList(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _directory.AddList(_state, name);
        return this;
    }

    /// <summary>Creates a folder in the library, and its parent folders.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <returns>The same group.</returns>
    public EmulatorGroup WithFolder(string path)
    {
        Drive.WithFolder(path);
        return this;
    }
}
