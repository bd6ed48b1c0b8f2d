using OneDrive.Sdk.Models;

namespace OneDrive.Sdk.Cli.Commands;

/// <summary>Finds out where a copy or a move goes.</summary>
internal static class Targets
{
    /// <summary>Into the target when it is a folder; else to the folder above it, with a new name.</summary>
    internal static async Task<(ItemAddress Folder, string? Name)> FindAsync(
        Connection connection, string target, CancellationToken cancellationToken, string? movedId = null)
    {
        var address = connection.Address(target);
        var existing = await connection.Client.Items.FindAsync(address, cancellationToken: cancellationToken);
        if (existing is not null && Format.KindOf(existing) is "folder" && existing.Id != movedId)
            return (address, null);
        if (existing is null && target.EndsWith('/'))
            throw new CliException($"There is no folder '{target}'.", ExitCode.NotFound, $"'{CommandLine.Name} mkdir' makes it.");
        var (folder, name) = RemotePath.Split(target, connection.Drive);
        if (ItemNames.CheckRemote(name) is { } problem)
            throw new CliException(new InvalidItemNameException(name, problem).Message, ExitCode.Failed);
        return (folder, name);
    }

    internal static void Tell(Screen screen, DriveItem item, string target, string what)
    {
        if (screen.IsJson)
            screen.Json(ItemJson.Of(item));
        screen.Note($"{what} {RemotePath.Show(target)} ({item.Name})");
    }
}
