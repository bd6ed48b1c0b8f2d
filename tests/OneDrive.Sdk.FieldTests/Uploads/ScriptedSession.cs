namespace OneDrive.Sdk.FieldTests.Uploads;

/// <summary>An upload session of the scripted drive.</summary>
internal sealed class ScriptedSession(string name, string conflict)
{
    internal string Name => name;

    internal string Conflict => conflict;

    internal DateTimeOffset? AskedCreated { get; init; }

    internal DateTimeOffset? AskedModified { get; init; }

    internal List<byte> Received { get; } = [];

    internal int? Total { get; set; }

    internal bool HasEverything => Total == Received.Count;
}
