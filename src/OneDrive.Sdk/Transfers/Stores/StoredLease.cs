using System.Text.Json;
using OneDrive.Sdk.Json;
namespace OneDrive.Sdk.Transfers;

/// <summary>Who may work on an upload, as it is written to a file.</summary>
internal sealed class StoredLease
{
    public required string Owner { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public required string Machine { get; init; }

    public required int ProcessId { get; init; }

    public required DateTimeOffset ProcessStarted { get; init; }

    /// <exception cref="JsonException">It is not a lease.</exception>
    internal static StoredLease Read(ReadOnlySpan<byte> json) => AnswerReader.Read(json, Read);

    internal byte[] ToJson() => JsonBytes.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("owner", Owner);
        writer.StoredTime("expires", Expires);
        writer.WriteString("machine", Machine);
        writer.WriteNumber("processId", ProcessId);
        writer.StoredTime("processStarted", ProcessStarted);
        writer.WriteEndObject();
    });

    private static StoredLease Read(ref ModelReader reader)
    {
        string? owner = null, machine = null;
        DateTimeOffset? expires = null, started = null;
        int? process = null;
        while (reader.NextMember())
        {
            switch (reader.Name)
            {
                case "owner": owner = reader.Text(); break;
                case "expires": expires = reader.StoredTime(); break;
                case "machine": machine = reader.Text(); break;
                case "processId": process = reader.Whole(); break;
                case "processStarted": started = reader.StoredTime(); break;
                default: reader.Skip(); break;
            }
        }

        return new StoredLease
        {
            Owner = JsonBytes.Required(owner, "owner"),
            Expires = JsonBytes.Required(expires, "expires"),
            Machine = JsonBytes.Required(machine, "machine"),
            ProcessId = JsonBytes.Required(process, "processId"),
            ProcessStarted = JsonBytes.Required(started, "processStarted"),
        };
    }
}
