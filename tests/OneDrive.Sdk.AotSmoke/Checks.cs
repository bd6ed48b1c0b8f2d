namespace OneDrive.Sdk.AotSmoke;

/// <summary>Prints one line for each promise, and counts those that were broken.</summary>
internal sealed class Checks
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private int _kept;
    private int _broken;

    internal async Task RunAsync(string name, Func<Checks, Task> group)
    {
        var before = _kept + _broken;
        try
        {
            await group(this).WaitAsync(Patience);
            That($"{name}: {_kept + _broken - before} checks were made", _kept + _broken > before);
        }
        catch (Exception exception)
        {
            Broken($"{name}: {exception}");
        }
    }

    internal void That(string promise, bool isKept)
    {
        if (isKept)
        {
            _kept++;
            Console.WriteLine($"ok {promise}");
        }
        else
        {
            Broken(promise);
        }
    }

    internal void Equal<T>(string promise, T expected, T actual)
    {
        if (EqualityComparer<T>.Default.Equals(expected, actual))
        {
            That(promise, isKept: true);
        }
        else
        {
            Broken($"{promise}: expected '{expected}', not '{actual}'");
        }
    }

    internal void Same<T>(string promise, IEnumerable<T> expected, IEnumerable<T> actual) =>
        Equal(promise, string.Join(", ", expected), string.Join(", ", actual));

    internal async Task ThrowsAsync<T>(string promise, Func<Task> action, Func<T, bool> isExpected)
        where T : Exception
    {
        try
        {
            await action();
            Broken($"{promise}: nothing was thrown");
        }
        catch (T exception)
        {
            if (isExpected(exception))
            {
                That(promise, isKept: true);
            }
            else
            {
                Broken($"{promise}: {exception}");
            }
        }
    }

    internal int Finish()
    {
        Console.WriteLine($"{_kept} ok, {_broken} failed");
        return _broken == 0 ? 0 : 1;
    }

    private void Broken(string promise)
    {
        _broken++;
        Console.WriteLine($"FAILED {promise}");
    }
}
