using System.Text.Json.Serialization;
using OneDrive.Sdk.Json;

namespace OneDrive.Sdk.Models;

/// <summary>Whether work of the service waits, runs or has ended.</summary>
/// <param name="Value">The value in JSON; case-insensitive. The service may send values that are not defined here.</param>
[JsonConverter(typeof(OpenValueConverter<AsyncJobState>))]
public readonly record struct AsyncJobState(string Value) : IOpenValue<AsyncJobState>
{
    /// <summary>It has not begun.</summary>
    public static AsyncJobState NotStarted { get; } = new("notStarted");

    /// <summary>It runs.</summary>
    public static AsyncJobState InProgress { get; } = new("inProgress");

    /// <summary>It is done.</summary>
    public static AsyncJobState Completed { get; } = new("completed");

    /// <summary>It failed, perhaps in part.</summary>
    public static AsyncJobState Failed { get; } = new("failed");

    /// <summary>It was cancelled.</summary>
    public static AsyncJobState Cancelled { get; } = new("cancelled");

    /// <summary>It waits for something.</summary>
    public static AsyncJobState Waiting { get; } = new("waiting");

    /// <summary>It is being cancelled.</summary>
    public static AsyncJobState CancelPending { get; } = new("cancelPending");

    static AsyncJobState IOpenValue<AsyncJobState>.Create(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(AsyncJobState other) => string.Equals(Value, other.Value, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Value ?? "");

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
