using System.Security.Cryptography;
using OneDrive.Sdk.Emulator.Storage.Records;

namespace OneDrive.Sdk.Emulator.Storage;

/// <summary>What a data folder holds: of each thing the last record. Empty for an emulator without one.</summary>
internal sealed class SavedState
{
    /// <summary>The form of the records that this program writes and reads.</summary>
    public const int Format = 1;

    public FolderRecord Folder { get; private set; } = new()
    {
        Format = Format,
        DownloadKey = Convert.ToHexString(RandomNumberGenerator.GetBytes(32)),
    };

    public Dictionary<string, DriveRecord> Drives { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Dictionary<string, ItemRecord>> Items { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, List<ChangeRecord>> Changes { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, OwnerRecord> Users { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, OwnerRecord> Groups { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, SessionRecord> Sessions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, GrantRecord> Grants { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RefreshTokenRecord> RefreshTokens { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, AccessTokenRecord> AccessTokens { get; } = new(StringComparer.Ordinal);

    public KeysRecord? Keys { get; private set; }

    public Dictionary<string, SubscriptionRecord> Subscriptions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, CopyRecord> Copies { get; } = new(StringComparer.Ordinal);

    public void Apply(StateEntry entry)
    {
        switch (entry)
        {
            case { Item: { } item }:
                Of(Items, item.DriveId)[item.Id] = item;
                break;
            case { Change: { } change }:
                Append(change);
                break;
            case { Session: { } session }:
                Sessions[session.Id] = session;
                break;
            case { SessionEnded: { } id }:
                Sessions.Remove(id);
                break;
            case { Drive: { } drive }:
                Drives[drive.Id] = drive;
                break;
            case { User: { } user }:
                Users[user.Id] = user;
                break;
            case { Group: { } group }:
                Groups[group.Id] = group;
                break;
            case { Subscription: { } subscription }:
                Subscriptions[subscription.Id] = subscription;
                break;
            case { SubscriptionEnded: { } id }:
                Subscriptions.Remove(id);
                break;
            case { Copy: { } copy }:
                Copies[copy.Id] = copy;
                break;
            case { Folder: { } folder }:
                Folder = folder.Format == Format
                    ? folder
                    : throw new InvalidDataException(
                        $"The data has format {folder.Format}, but this version of the emulator reads format {Format}.");
                break;
            default:
                ApplySignIn(entry);
                break;
        }
    }

    private void ApplySignIn(StateEntry entry)
    {
        switch (entry)
        {
            case { Grant: { } grant }:
                Grants[grant.Id] = grant;
                break;
            case { RefreshToken: { } token }:
                RefreshTokens[token.Hash] = token;
                break;
            case { AccessToken: { } token }:
                AccessTokens[token.Hash] = token;
                break;
            case { AccessTokensCleared: true }:
                AccessTokens.Clear();
                break;
            case { Keys: { } keys }:
                Keys = keys;
                break;
        }
    }

    private void Append(ChangeRecord change)
    {
        var log = Of(Changes, change.DriveId);
        if (change.Sequence == log.Count + 1)
        {
            log.Add(change);
        }
    }

    private static T Of<T>(Dictionary<string, T> table, string driveId)
        where T : new()
    {
        if (!table.TryGetValue(driveId, out var value))
        {
            table[driveId] = value = new T();
        }

        return value;
    }
}
