using System.ComponentModel;

namespace OneDrive.Sdk.Models;

/// <summary>A value of a set that the service may extend at any time.</summary>
/// <typeparam name="TSelf">The type of the value.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IOpenValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    /// <summary>Gets the value in JSON.</summary>
    string Value { get; }

    /// <summary>Makes a value of the text in JSON.</summary>
    /// <param name="value">The text; the set need not know it.</param>
    /// <returns>The value.</returns>
    static abstract TSelf Create(string value);
}
