namespace BackupPortal.Jobs;

/// <summary>Reads in the log of a client what was repeated, and why.</summary>
internal sealed class RetryLog(RunProgress progress) : ILoggerProvider, ILogger
{
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
            return;
        var cause = values.FirstOrDefault(pair => pair.Key is "Status" or "Reason" or "Reply").Value?.ToString();
        progress.Retried(cause switch
        {
            "429" => "the service asked to wait (429)",
            "423" => "the file is locked (423)",
            "503" or "500" or "502" or "504" => $"the service is busy ({cause})",
            null or "no answer" => "the connection broke",
            _ => cause,
        });
    }

    public void Dispose()
    {
    }
}
