using OneDrive.Sdk.Models;

namespace OneDrive.Sdk;

/// <summary>The result of a connection test: each step and its failure.</summary>
public sealed class ConnectionReport
{
    /// <summary>Creates a report, for tests of applications.</summary>
    /// <param name="drive">The drive; null when it could not be read.</param>
    /// <param name="read">Signing in, and reading the drive and the folder.</param>
    /// <param name="write">Writing a small file.</param>
    /// <param name="delete">Deleting that file.</param>
    public ConnectionReport(Drive? drive, ConnectionProbe read, ConnectionProbe write, ConnectionProbe delete)
    {
        Drive = drive;
        Read = read;
        Write = write;
        Delete = delete;
    }

    /// <summary>The drive; null when it could not be read.</summary>
    public Drive? Drive { get; }

    /// <summary>Signing in, and reading the drive and the folder.</summary>
    public ConnectionProbe Read { get; }

    /// <summary>Writing a small file.</summary>
    public ConnectionProbe Write { get; }

    /// <summary>Deleting that file.</summary>
    public ConnectionProbe Delete { get; }

    /// <summary>Whether no step failed.</summary>
    public bool IsSuccess => Read.Succeeded && Write.Error is null && Delete.Error is null;
}
