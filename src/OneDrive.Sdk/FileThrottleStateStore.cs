using OneDrive.Sdk.Storage;

namespace OneDrive.Sdk;

/// <summary>
/// Shares the state between the processes of one machine, in a directory that only the user can read. Each change holds a lock of the file
/// system, which ends with its process.
/// </summary>
public sealed class FileThrottleStateStore : IThrottleStateStore
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(5);

    private readonly PrivateDirectory _directory;
    private readonly TimeProvider _timeProvider;

    /// <summary>Uses a directory, which is made when it is first needed.</summary>
    /// <param name="directory">The directory; it should hold nothing else.</param>
    /// <param name="timeProvider">The clock, the same for all processes; the system's when null.</param>
    /// <exception cref="ArgumentException">The directory is empty.</exception>
    public FileThrottleStateStore(string directory, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _directory = new PrivateDirectory(directory, _timeProvider);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The directory cannot be used, or another process keeps the lock.</exception>
    public async Task<ThrottleUpdate> UpdateAsync(
        string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(change);
        if (!key.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException("The key holds other characters than ASCII letters and digits; use a hash.", nameof(key));

        var held = await _directory.LockFileAsync(key + ".lock", LockWait, cancellationToken).ConfigureAwait(false);
        await using (held.ConfigureAwait(false))
        {
            var file = key + ".throttle";
            var content = await _directory.ReadAsync(file, cancellationToken).ConfigureAwait(false);
            var now = _timeProvider.GetUtcNow();
            var state = change(content is null ? ThrottleState.Empty : ThrottleState.Parse(content), now);
            await _directory.WriteAsync(file, state.ToUtf8Json(), replace: true, cancellationToken).ConfigureAwait(false);
            return new ThrottleUpdate(state, now);
        }
    }
}
