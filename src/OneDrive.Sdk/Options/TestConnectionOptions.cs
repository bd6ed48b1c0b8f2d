namespace OneDrive.Sdk;

/// <summary>How far a test of the connection goes.</summary>
public sealed class TestConnectionOptions
{
    /// <summary>Whether a small file is written and deleted again; otherwise the test only reads.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool TestWriting { get; init; } = true;

    /// <summary>The folder that the test reads and writes in, by its path below the root folder of the drive.</summary>
    /// <value>Default: <c>/</c>, the root folder.</value>
    public string FolderPath { get; init; } = "/";
}
