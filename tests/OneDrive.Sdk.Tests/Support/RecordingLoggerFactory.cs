using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Tests.Leaks;

namespace OneDrive.Sdk.Tests.Support;

/// <summary>Keeps every message of every level, as text and with its event id.</summary>
internal sealed class RecordingLoggerFactory : ILoggerFactory
{
    private readonly ConcurrentQueue<(int EventId, LogLevel Level, string Text)> _entries = new();

    internal IReadOnlyList<(int EventId, LogLevel Level, string Text)> Entries => [.. _entries];

    internal IReadOnlyList<string> Of(int eventId) => [.. _entries.Where(entry => entry.EventId == eventId).Select(entry => entry.Text)];

    public ILogger CreateLogger(string categoryName) => new Recorder(_entries);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    private sealed class Recorder(ConcurrentQueue<(int EventId, LogLevel Level, string Text)> entries) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Keep(eventId, logLevel, $"{formatter(state, exception)} {exception}");

        private void Keep(EventId eventId, LogLevel level, string text)
        {
            LeakListener.Hear("message", text);
            entries.Enqueue((eventId.Id, level, text));
        }
    }
}
