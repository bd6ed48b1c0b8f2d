namespace OneDrive.Sdk.Tests.Transfers.Support;

/// <summary>An upload session of the fake service.</summary>
internal sealed class FakeSession(string file, string conflict)
{
    internal string File => file;

    internal string Conflict => conflict;

    internal bool IsDeferred { get; init; }

    internal int? Total { get; set; }

    internal List<byte> Received { get; } = [];
}
