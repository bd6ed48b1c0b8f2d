using System.ComponentModel;

namespace OneDrive.Sdk.Json;

/// <summary>Reads one value from JSON; the reader is on its first token and afterwards on its last.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="reader">The reader.</param>
/// <returns>The value.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T ModelRead<out T>(ref ModelReader reader);
