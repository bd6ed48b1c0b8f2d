namespace OneDrive.Sdk.Tests.Transfers.Support;

internal static class Records
{
    internal const string SecretUrl = "https://upload.example/session/SECRET-PATH?tempauth=SECRET-QUERY";

    internal static UploadSessionRecord Create(string key, long version = 1, string uploadUrl = SecretUrl) => new()
    {
        Key = key,
        Version = version,
        Destination = "me/drive/root:/a.bin",
        ItemName = "a.bin",
        Conflict = ConflictBehavior.Rename,
        Length = 5_000_000_000,
        SourceFingerprint = "fingerprint",
        UploadUrl = new Uri(uploadUrl),
        Created = new DateTimeOffset(2026, 3, 4, 5, 6, 7, 89, TimeSpan.Zero),
        Expires = new DateTimeOffset(2026, 3, 5, 5, 6, 7, TimeSpan.Zero),
        DeferCommit = true,
        ContentHash = "aGFzaA==",
        IfMatch = "\"{GUID},2\"",
        IfNoneMatch = "*",
        Times = new FileSystemTimes { Created = DateTimeOffset.UnixEpoch, LastModified = DateTimeOffset.UnixEpoch.AddTicks(1) },
        Description = "words",
        ExistedBefore = true,
        ContentTagBefore = "c:{GUID},1",
        TimesBefore = new FileSystemTimes { Created = DateTimeOffset.UnixEpoch, LastModified = DateTimeOffset.UnixEpoch.AddTicks(2) },
        AcknowledgedLength = 327_680,
        AcknowledgedHash = "Zmlyc3Q=",
        SentLength = 655_360,
        SentHash = "c2Vjb25k",
    };
}
