using System.Text;

namespace OneDrive.Sdk;

/// <summary>How a file is read as text.</summary>
public sealed class ReadAsStringOptions
{
    /// <summary>The encoding of a file that does not begin with a byte order mark; a mark (UTF-8, UTF-16, UTF-32) always wins.</summary>
    /// <value>Default: UTF-8.</value>
    public Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>The most bytes that are read; a longer file is refused. At least 0.</summary>
    /// <value>Default: 16 MiB (16,777,216), of our own choosing: what is longer is better read with <c>OpenReadAsync</c>.</value>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;
}
