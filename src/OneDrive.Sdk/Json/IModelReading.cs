namespace OneDrive.Sdk.Json;

/// <summary>A converter of System.Text.Json that knows a faster and more forgiving way to read its model.</summary>
/// <typeparam name="T">The type of the model.</typeparam>
internal interface IModelReading<out T>
{
    /// <summary>Reads the model.</summary>
    /// <param name="reader">The reader, at the beginning of the object.</param>
    T Read(ref ModelReader reader);
}
