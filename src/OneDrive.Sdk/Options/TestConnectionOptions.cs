namespace OneDrive.Sdk;

/// <summary>Options for a connection test.</summary>
public sealed class TestConnectionOptions
{
    /// <summary>Whether a small file is written and deleted; otherwise the test only reads.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool TestWriting { get; init; } = true;

    /// <summary>The folder to test, by its path below the root folder of the drive.</summary>
    /// <value>Default: <c>/</c>, the root folder.</value>
    public string FolderPath { get; init; } = "/";
}
