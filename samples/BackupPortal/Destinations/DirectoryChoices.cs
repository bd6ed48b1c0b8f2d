using BackupPortal.Data;
using OneDrive.Sdk;

namespace BackupPortal.Destinations;

/// <summary>Users, groups and drives to choose a default from. Listing needs permissions that an application may not have.</summary>
public static class DirectoryChoices
{
    private const int Most = 200;

    public static async Task<(List<(string Value, string Text)> Owners, List<(string Value, string Text)> Drives,
        string? Refused)> ReadAsync(
        IOneDriveClient client, Destination destination)
    {
        var owners = new List<(string, string)>();
        var drives = new List<(string, string)>();
        string? refused = null;
        try
        {
            await foreach (var user in client.Drives.ListUsersAsync())
            {
                owners.Add(($"/users/{user.Id}", $"{user.DisplayName} ({user.UserPrincipalName})"));
                if (owners.Count >= Most)
                    break;
            }

            await foreach (var group in client.Drives.ListGroupsAsync())
            {
                owners.Add(($"/groups/{group.Id}", $"Group {group.DisplayName}"));
                if (owners.Count >= 2 * Most)
                    break;
            }
        }
        catch (OneDriveApiException failure) when (failure.StatusCode == System.Net.HttpStatusCode.Forbidden)
        {
            refused = "The service refused to list users and groups: grant User.Read.All and Group.Read.All, or type the value.";
        }

        if (destination.GroupOrUserId is { } owner)
        {
            await foreach (var drive in client.Drives.ListAsync(DriveAddress.Parse(owner)))
                drives.Add((drive.Id!, $"{drive.Name} ({drive.DriveType})"));
        }

        return (owners, drives, refused);
    }
}
