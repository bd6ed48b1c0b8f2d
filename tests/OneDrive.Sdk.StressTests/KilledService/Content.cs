using OneDrive.Sdk.Tests.Transfers.Support;

namespace OneDrive.Sdk.StressTests.KilledService;

/// <summary>Bytes that are made when they are needed.</summary>
internal sealed record Content(int Start, int Length)
{
    internal byte[] ToBytes() => GeneratedStream.Bytes(Start, Length);
}
