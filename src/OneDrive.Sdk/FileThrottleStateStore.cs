using OneDrive.Sdk.Storage;

namespace OneDrive.Sdk;

/// <summary>
/// Shares the throttle state between the processes of one machine, in a directory that only the user can read. Each change holds a file
/// lock, which the operating system releases when the process ends.
/// </summary>
public sealed class FileThrottleStateStore : IThrottleStateStore
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(5);

    private readonly PrivateDirectory _directory;
    private readonly TimeProvider _timeProvider;

    /// <summary>Creates the store. The directory is created on first use.</summary>
    /// <param name="directory">The directory; it should not contain other files.</param>
    /// <param name="timeProvider">The time provider, the same for all processes; <see cref="TimeProvider.System"/> when null.</param>
    /// <exception cref="ArgumentException">The directory is empty.</exception>
    public FileThrottleStateStore(string directory, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(directory);
        _timeProvider = timeProvider ?? TimeProvider.System;
        _directory = new PrivateDirectory(directory, _timeProvider);
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The directory cannot be used, or another process holds the lock.</exception>
    public async Task<ThrottleUpdate> UpdateAsync(
        string key, Func<ThrottleState, DateTimeOffset, ThrottleState> change, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        ArgumentNullException.ThrowIfNull(change);
        if (!key.All(char.IsAsciiLetterOrDigit))
            throw new ArgumentException("The key contains characters other than ASCII letters and digits. Use a hash.", nameof(key));

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
