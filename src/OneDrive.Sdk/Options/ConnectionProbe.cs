namespace OneDrive.Sdk;

/// <summary>The result of one step of a connection test.</summary>
public sealed class ConnectionProbe
{
    /// <summary>Creates a step, for tests of applications.</summary>
    /// <param name="wasMade">Whether the step was executed.</param>
    /// <param name="error">The failure; null if the step succeeded.</param>
    public ConnectionProbe(bool wasMade, OneDriveException? error = null)
    {
        WasMade = wasMade;
        Error = error;
    }

    /// <summary>Whether the step was executed. A step is skipped if an earlier one failed or it was not requested.</summary>
    public bool WasMade { get; }

    /// <summary>The failure; null if the step succeeded.</summary>
    public OneDriveException? Error { get; }

    /// <summary>Whether the step was executed and succeeded.</summary>
    public bool Succeeded => WasMade && Error is null;

    internal static ConnectionProbe NotMade { get; } = new(wasMade: false, error: null);
}
