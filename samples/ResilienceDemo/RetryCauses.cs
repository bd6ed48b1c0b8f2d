using Microsoft.Extensions.Logging;
using OneDrive.Sdk;

namespace ResilienceDemo;

/// <summary>Listens to the SDK's log and passes on why something was repeated.</summary>
internal sealed class RetryCauses(Action<string> found) : ILoggerProvider, ILogger
{
    /// <summary>The SDK's events that tell of something done again.</summary>
    private static readonly string?[] Events =
        ["RetryAfterStatus", "RetryAfterNoAnswer", "RetryTokenRequest", "FragmentDoubt", "UploadRestarted", "DownloadContinues"];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!Events.Contains(eventId.Name) || state is not IReadOnlyList<KeyValuePair<string, object?>> values)
        {
            return;
        }

        found(Explain(values.FirstOrDefault(pair => pair.Key is "Status" or "Reason" or "Reply").Value?.ToString()));
    }

    private static string Explain(string? cause) => cause switch
    {
        "423" => "423 (locked)",
        "429" => "429 (too many requests)",
        "503" => "503 (service unavailable)",
        null or "no answer" or nameof(OneDriveConnectionException) => "broken connection",
        _ => cause,
    };

    public void Dispose()
    {
    }
}
