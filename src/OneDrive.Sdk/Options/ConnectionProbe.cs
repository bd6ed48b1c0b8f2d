namespace OneDrive.Sdk;

/// <summary>One step of a test of the connection.</summary>
public sealed class ConnectionProbe
{
    /// <summary>Creates a step, for tests of applications.</summary>
    /// <param name="wasMade">Whether the step was made.</param>
    /// <param name="error">Why it failed; null when it did not.</param>
    public ConnectionProbe(bool wasMade, OneDriveException? error = null)
    {
        WasMade = wasMade;
        Error = error;
    }

    /// <summary>Whether the step was made; it is not when an earlier one failed or nobody asked for it.</summary>
    public bool WasMade { get; }

    /// <summary>Why the step failed; null when it did not.</summary>
    public OneDriveException? Error { get; }

    /// <summary>Whether the step was made and did not fail.</summary>
    public bool Succeeded => WasMade && Error is null;

    internal static ConnectionProbe NotMade { get; } = new(wasMade: false, error: null);
}
