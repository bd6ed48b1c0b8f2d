using System.Text;

namespace OneDrive.Sdk;

/// <summary>Options for reading a file as text.</summary>
public sealed class ReadAsStringOptions
{
    /// <summary>
    /// The encoding of a file without a byte order mark; a byte order mark (UTF-8, UTF-16, UTF-32) always takes precedence.
    /// </summary>
    /// <value>Default: UTF-8.</value>
    public Encoding Encoding { get; init; } = Encoding.UTF8;

    /// <summary>The maximum length in bytes, 0 or more; a longer file throws a <see cref="ContentTooLargeException"/>.</summary>
    /// <value>Default: 16 MiB (16,777,216). Use <c>OpenReadAsync</c> for longer files.</value>
    public int MaxBytes { get; init; } = 16 * 1024 * 1024;
}
