namespace OneDrive.Sdk.ConventionTests.PublicApi;

#pragma warning disable CA1822, CA1003, MA0046, CA1711, CA1720, CS0067 // The members only have to be seen.

/// <summary>One of each kind, for the test of the writer.</summary>
public static class ApiSamples
{
    public delegate Task<string?> Handler(int? count);

    [Flags]
    public enum Modes
    {
        None,
        First = 1,
        Second = 2,
    }

    public interface IThing : IDisposable
    {
        string? Name { get; }

        Task<IReadOnlyList<string?>> ListAsync(
            string? filter = null, int count = 5, Modes mode = Modes.First, CancellationToken token = default);
    }

    public abstract class Thing<T> : IThing
        where T : class
    {
        public const string Prefix = "x";

        protected Thing(T? value, params string[] names) => (Value, _) = (value, names);

        public event EventHandler? Changed;

        public virtual string? Name => null;

        public T? Value { get; protected set; }

        public required string Needed { get; init; }

        protected abstract bool TryGet(string key, out T? value);

        public abstract Task<IReadOnlyList<string?>> ListAsync(
            string? filter = null, int count = 5, Modes mode = Modes.First, CancellationToken token = default);

        public void Dispose() => GC.SuppressFinalize(this);

        public override string ToString() => "";

        internal void Unseen() => Changed?.Invoke(this, EventArgs.Empty);
    }

    public sealed record Pair(string Key, IReadOnlyDictionary<string, string?[]>? Values);

    public readonly record struct Mark(string Value)
    {
        public static implicit operator Mark(string value) => new(value);
    }

    public static TResult? Convert<TResult>(this IThing thing, ReadOnlySpan<byte> data, bool flag = true)
        where TResult : IThing => default;
}
