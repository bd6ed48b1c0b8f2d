using System.ComponentModel;

namespace OneDrive.Sdk.Json;

/// <summary>A model that is read from JSON and writes itself.</summary>
/// <typeparam name="TSelf">The type of the model.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IReadableModel<TSelf> : IJsonModel
    where TSelf : class, IReadableModel<TSelf>
{
    /// <summary>Reads the model; a member of another kind than expected counts as absent.</summary>
    /// <param name="reader">The reader, at the beginning of the object.</param>
    /// <returns>The model.</returns>
    static abstract TSelf Read(ref ModelReader reader);
}
