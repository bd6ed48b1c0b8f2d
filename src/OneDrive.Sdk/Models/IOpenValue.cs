namespace OneDrive.Sdk.Models;

/// <summary>A value of a set that the service may extend at any time.</summary>
/// <typeparam name="TSelf">The type of the value.</typeparam>
internal interface IOpenValue<TSelf>
    where TSelf : struct, IOpenValue<TSelf>
{
    string Value { get; }

    static abstract TSelf Create(string value);
}
