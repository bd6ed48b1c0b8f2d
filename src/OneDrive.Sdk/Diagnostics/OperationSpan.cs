using System.Diagnostics;

namespace OneDrive.Sdk.Diagnostics;

/// <summary>The span around an operation of many requests, such as an upload. Events of the operation belong to it.</summary>
internal static class OperationSpan
{
    internal static async Task<T> RunAsync<T>(string operation, Func<Task<T>> run)
    {
        using var activity = OneDriveTelemetry.Source.StartActivity(operation, ActivityKind.Internal);
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            activity?.SetTag("error.type", exception.GetType().FullName);
            activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    /// <summary>Adds an event to the span of the SDK that is in progress; a span of the caller is left alone.</summary>
    internal static void AddEvent(ActivityEvent activityEvent)
    {
        if (Activity.Current is { } activity && ReferenceEquals(activity.Source, OneDriveTelemetry.Source))
        {
            activity.AddEvent(activityEvent);
        }
    }
}
