using System.Runtime.CompilerServices;

namespace OneDrive.Sdk.LiveTests;

/// <summary>What a check works with: a client, a folder that is deleted afterwards, and places for what it observes.</summary>
internal sealed class CheckContext(LiveTarget target, string check, TargetReport report)
{
    internal LiveTarget Target => target;

    internal IOneDriveClient Client => target.Client;

    /// <summary>The folder of this run.</summary>
    internal ItemAddress Folder => target.Folder;

    internal CancellationToken Cancellation { get; } = CancellationToken.None;

    /// <summary>Why the check could not be run on this drive; <see langword="null"/> when it was.</summary>
    internal string? NotRun { get; private set; }

    internal void Skip(string reason) => NotRun = reason;

    /// <summary>Keeps a fact of the service, to be compared with the emulator.</summary>
    internal void Observe(string name, object? value) => report.Observations[$"{check}: {name}"] = $"{value ?? "none"}";

    /// <summary>Fails the check unless a condition holds.</summary>
    internal static void Require(bool condition, string otherwise, [CallerArgumentExpression(nameof(condition))] string? text = null)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"{otherwise} ({text})");
        }
    }

    /// <summary>Runs something that must fail with an exception of a type, and returns it.</summary>
    internal static async Task<T> RequireThrowsAsync<T>(Func<Task> action)
        where T : Exception
    {
        try
        {
            await action();
        }
        catch (T exception)
        {
            return exception;
        }

        throw new InvalidOperationException($"A {typeof(T).Name} was expected; the call succeeded.");
    }
}
