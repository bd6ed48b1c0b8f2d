using OneDrive.Sdk.Emulator.Identity;
using OneDrive.Sdk.Emulator.State;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>Builds what an emulator knows from what its folder holds.</summary>
internal static class StateRestoration
{
    public static void Run(EmulatorState state, SavedState saved, EmulatorOptions options, List<string> notes)
    {
        RestoreTrees(state, saved, options, areLists: false);
        foreach (var user in saved.Users.Values)
        {
            state.Directory.RestoreUser(user);
        }

        foreach (var group in saved.Groups.Values)
        {
            state.Directory.RestoreGroup(group);
        }

        RestoreTrees(state, saved, options, areLists: true);
        foreach (var drive in state.Directory.Trees)
        {
            RestorePermissions(state, drive, saved);
            RemoveWhatIsNotWhole(drive, saved, notes);
        }

        RestoreSignIns(state, saved);
        RestoreSessions(state, saved);
        foreach (var record in saved.Subscriptions.Values)
        {
            state.Subscriptions.Set(SubscriptionState.Restore(record, state.Directory.FindDrive(record.DriveId)!));
        }

        foreach (var record in saved.Copies.Values)
        {
            state.Copies.Restore(CopyJob.Restore(record, state.Directory.FindDrive(record.DriveId)!));
        }

        state.Content.DeleteTheRest();
    }

    private static void RestoreTrees(EmulatorState state, SavedState saved, EmulatorOptions options, bool areLists)
    {
        foreach (var record in saved.Drives.Values.Where(record => record.IsPlainList == areLists))
        {
            state.Directory.Restore(DriveState.Restore(
                record,
                saved.Items[record.Id],
                saved.Changes.GetValueOrDefault(record.Id) ?? [],
                state.Content,
                state.Ids,
                options.TimeProvider));
        }
    }

    private static void RestorePermissions(EmulatorState state, DriveState drive, SavedState saved)
    {
        foreach (var item in drive.Items)
        {
            foreach (var permission in saved.Items[drive.Id][item.Id].Permissions ?? [])
            {
                item.Permissions.Add(SharePermission.Restore(permission, state.Directory.FindUser));
                drive.SharedItems.Add(item);
            }
        }
    }

    // Caused only by a power failure or by deleted files.
    private static void RemoveWhatIsNotWhole(DriveState drive, SavedState saved, List<string> notes)
    {
        var broken = drive.Items.Where(item => item.Content is null && saved.Items[drive.Id][item.Id].Content is not null).ToList();
        foreach (var item in broken)
        {
            notes.Add($"The content of '{item.GetPath()}' in drive {drive.Id} is incomplete. The file was deleted.");
            drive.Remove(item, permanently: true);
        }
    }

    private static void RestoreSignIns(EmulatorState state, SavedState saved)
    {
        if (saved.Keys is { } keys)
        {
            state.SigningKeys.Restore(keys);
        }

        var grants = saved.Grants.Values
            .Where(grant => state.Directory.FindUser(grant.UserId) is not null)
            .ToDictionary(
                grant => grant.Id, grant => SignInGrant.Restore(grant, state.Directory.FindUser(grant.UserId)!), StringComparer.Ordinal);
        foreach (var token in saved.RefreshTokens.Values.Where(token => grants.ContainsKey(token.GrantId)))
        {
            state.SignIns.Restore(token, grants[token.GrantId]);
        }

        foreach (var token in saved.AccessTokens.Values)
        {
            state.Tokens.Restore(token, token.UserId is null ? null : state.Directory.FindUser(token.UserId));
        }
    }

    private static void RestoreSessions(EmulatorState state, SavedState saved)
    {
        foreach (var record in saved.Sessions.Values)
        {
            if (state.Directory.FindDrive(record.DriveId) is { } drive
                && drive.FindById(record.ParentId) is { } parent
                && UploadSession.Restore(record, drive, parent, state.Content) is { } session)
            {
                state.Sessions.Add(session);
            }
        }
    }
}
