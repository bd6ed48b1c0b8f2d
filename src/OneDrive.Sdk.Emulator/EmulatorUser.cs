using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator;

/// <summary>A user of the tenant, who owns a drive.</summary>
public sealed class EmulatorUser
{
    internal EmulatorUser(UserState state, EmulatorDrive drive) => (State, Drive) = (state, drive);

    /// <summary>The object id.</summary>
    public string Id => State.Id;

    /// <summary>The sign-in name.</summary>
    public string UserPrincipalName => State.UserPrincipalName;

    /// <summary>The display name.</summary>
    public string DisplayName => State.DisplayName;

    /// <summary>The mail address.</summary>
    public string Mail => State.Mail;

    /// <summary>The drive.</summary>
    public EmulatorDrive Drive { get; }

    internal UserState State { get; }

    /// <summary>Adds a file to the drive, and creates its parent folders.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <param name="content">The bytes.</param>
    /// <returns>The same user.</returns>
    public EmulatorUser WithFile(string path, byte[] content)
    {
        Drive.WithFile(path, content);
        return this;
    }

    /// <summary>Creates a folder in the drive, and its parent folders.</summary>
    /// <param name="path">The path below the root, with slashes.</param>
    /// <returns>The same user.</returns>
    public EmulatorUser WithFolder(string path)
    {
        Drive.WithFolder(path);
        return this;
    }
}
