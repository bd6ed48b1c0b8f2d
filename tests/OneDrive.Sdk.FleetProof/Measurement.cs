namespace OneDrive.Sdk.FleetProof;

internal static class Measurement
{
    internal static Task<int> RunAsync(string? svg, CancellationToken cancellationToken) => Task.FromResult(0);
}
