using Xunit.Abstractions;

namespace OneDrive.Sdk.ConventionTests.Assemblies;

#pragma warning disable CA1068, CA1822, CA2211, MA0069 // These types are wrong on purpose.

/// <summary>Types that break the rules, for the tests of the rules.</summary>
public static class Samples
{
    public delegate Task<int> Handler(int count);

    public interface IBrokenClient
    {
        Task Load();

        void DropAsync();

        Task<int> FetchAsync();

        Task LateAsync(CancellationToken cancellationToken, int count);

        IAsyncEnumerable<int> ReadAsync(int count);

        Task SendAsync(CancellationToken cancellationToken);

        Task GoodAsync(int count = 1, CancellationToken cancellationToken = default);
    }

    public sealed class GoodClient : IAsyncDisposable
    {
        public Task GoodAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    public class Open;

    public class Base;

    public sealed class Derived : Base;

    public abstract class Abstract;

    public static class State
    {
        public const int Literal = 1;
        public static readonly int[] Array = [];
        public static readonly string Text = "";
        public static int Counter;
        internal static readonly Dictionary<string, int> Cache = [];
        internal static readonly int[] InternalArray = [];

        public static int Setting { get; set; }

        public static int Fixed { get; } = 1;
    }

    public sealed class Foreign(ITestOutputHelper output)
    {
        public void Send(IReadOnlyList<Func<ITestOutputHelper[]>> outputs) => _ = outputs.Count + output.GetHashCode();

        internal void Internal(ITestOutputHelper unseen) => _ = unseen;
    }

    public sealed record Leaky(string ClientId, string ClientSecret, Uri UploadUrl);

    public readonly record struct LeakyToken(string Value);

    public sealed record Discreet(string ClientId, string ClientSecret, Uri TokenUrl)
    {
        public override string ToString() => $"{ClientId} {TokenUrl}";
    }

    public sealed class Silent
    {
        public string? Password { get; set; }
    }

    public sealed class SampleOptions
    {
        public int Told { get; set; }

        public int Untold { get; set; }
    }
}
