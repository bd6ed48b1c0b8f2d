using System.ComponentModel;
using System.Text.Json;

namespace OneDrive.Sdk.Json;

/// <summary>An object that writes itself as JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonModel
{
    /// <summary>Writes the object without the addresses in it that work without sign-in.</summary>
    /// <param name="writer">The writer.</param>
    void Write(Utf8JsonWriter writer);
}
