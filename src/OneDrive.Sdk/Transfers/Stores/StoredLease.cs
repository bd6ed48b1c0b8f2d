using System.Text.Json;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Transfers;

/// <summary>
/// The lease of an upload, as stored in a file. Version 0.1.0-alpha.1 did not write <see cref="LockFile"/>, and wrote members that are no
/// longer read; such a lease expires by time.
/// </summary>
internal sealed class StoredLease
{
    public required string Owner { get; init; }

    public required DateTimeOffset Expires { get; init; }

    /// <summary>The file that the owner keeps locked as long as it lives; null when it was written by version 0.1.0-alpha.1.</summary>
    public string? LockFile { get; init; }

    /// <exception cref="JsonException">It is not a lease.</exception>
    internal static StoredLease Read(ReadOnlySpan<byte> json) => AnswerReader.Read(json, Read);

    internal byte[] ToJson() => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("owner", Owner);
        writer.StoredTime("expires", Expires);
        if (LockFile is not null)
            writer.WriteString("lockFile", LockFile);
        writer.WriteEndObject();
    });

    private static StoredLease Read(ref ModelReader reader)
    {
        string? owner = null, lockFile = null;
        DateTimeOffset? expires = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "owner": owner = reader.Text(); break;
                case "expires": expires = reader.StoredTime(); break;
                case "lockFile": lockFile = reader.Text(); break;
                default: reader.Skip(); break;
            }
        }

        return new StoredLease
        {
            Owner = JsonBytes.Required(owner, "owner"),
            Expires = JsonBytes.Required(expires, "expires"),
            LockFile = lockFile,
        };
    }
}
