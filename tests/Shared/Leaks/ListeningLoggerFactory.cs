using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Tests.Leaks;

/// <summary>Hands every message of every level to <see cref="LeakListener"/>.</summary>
internal sealed class ListeningLoggerFactory : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        LeakListener.Hear("message", $"{formatter(state, exception)} {exception}");
}
