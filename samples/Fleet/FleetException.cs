namespace OneDrive.Sdk.Fleet;

/// <summary>A failure whose message is enough for the operator.</summary>
internal sealed class FleetException(string message) : Exception(message);
