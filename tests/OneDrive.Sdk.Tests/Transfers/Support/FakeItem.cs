using System.Text.Json.Nodes;

namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>A file of the fake service, and what the service says of it.</summary>
internal sealed record FakeItem(string Name, byte[] Content)
{
    internal const string ComputedHash = "computed";

    internal string Id { get; init; } = "item-1";

    internal int Version { get; init; } = 1;

    internal string DriveType { get; init; } = "personal";

    internal DateTimeOffset Created { get; init; } = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal DateTimeOffset LastModified { get; init; } = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal long? Size { get; init; }

    internal string? Hash { get; init; } = ComputedHash;

    internal string? Sha1 { get; init; }

    internal string? Sha256 { get; init; }

    internal string ToJson()
    {
        var hashes = new JsonObject();
        if ((Hash == ComputedHash ? Convert.ToBase64String(QuickXorHash.HashData(Content)) : Hash) is { } hash)
            hashes["quickXorHash"] = hash;
        if (Sha1 is not null)
            hashes["sha1Hash"] = Sha1;
        if (Sha256 is not null)
            hashes["sha256Hash"] = Sha256;
        var file = new JsonObject();
        if (hashes.Count > 0)
            file["hashes"] = hashes;
        return new JsonObject
        {
            ["id"] = Id,
            ["name"] = Name,
            ["size"] = Size ?? Content.Length,
            ["eTag"] = $"e{Version}",
            ["cTag"] = $"c{Version}",
            ["createdDateTime"] = Created,
            ["lastModifiedDateTime"] = LastModified,
            ["parentReference"] = new JsonObject { ["driveId"] = "d1", ["driveType"] = DriveType },
            ["file"] = file,
        }.ToJsonString();
    }
}
