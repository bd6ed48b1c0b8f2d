using System.Diagnostics;
using System.Globalization;
using System.Net;
using OneDrive.Sdk.Diagnostics;

namespace OneDrive.Sdk.Http;

/// <summary>Records metrics and span attributes of calls and attempts.</summary>
internal static class CallMetrics
{
    /// <summary>Whether a listener reads what <see cref="Ended"/> records.</summary>
    internal static bool MeasuresOperations => Instruments.OperationDuration.Enabled;

    /// <summary>Whether a listener reads what is recorded of an attempt.</summary>
    internal static bool MeasuresAttempts =>
        Instruments.Attempts.Enabled || Instruments.Fragments.Enabled || Instruments.TransferredBytes.Enabled;

    internal static void Ended(string operation, string? errorType, TimeSpan duration)
    {
        if (Instruments.OperationDuration.Enabled)
            Instruments.OperationDuration.Record(duration.TotalSeconds, Tags(operation, errorType));
    }

    internal static void Attempted(string operation, string? errorType)
    {
        if (Instruments.Attempts.Enabled)
            Instruments.Attempts.Add(1, Tags(operation, errorType));
        if (operation == "Content.UploadFragment" && Instruments.Fragments.Enabled)
            Instruments.Fragments.Add(1, new TagList { { "onedrive.outcome", errorType ?? "accepted" } });
    }

    internal static void Retried(string operation, int? status, string? layer = null)
    {
        var errorType = status?.ToString(CultureInfo.InvariantCulture) ?? "no_answer";
        if (Instruments.Retries.Enabled)
        {
            Instruments.Retries.Add(1, new TagList
            {
                { "onedrive.operation", operation }, { "error.type", errorType }, { "onedrive.layer", layer ?? Layer(operation) },
            });
        }

        OperationSpan.AddEvent(new ActivityEvent("retry", tags: new ActivityTagsCollection { ["error.type"] = errorType }));
    }

    internal static void Transferred(long bytes, string direction)
    {
        if (Instruments.TransferredBytes.Enabled)
            Instruments.TransferredBytes.Add(bytes, new TagList { { "onedrive.direction", direction } });
    }

    internal static void Fail(Activity? activity, string? errorType)
    {
        if (activity is null || errorType is null)
            return;
        activity.SetTag("error.type", errorType);
        activity.SetStatus(ActivityStatusCode.Error);
    }

    internal static string? ErrorType(HttpStatusCode statusCode) =>
        (int)statusCode < 400 ? null : ((int)statusCode).ToString(CultureInfo.InvariantCulture);

    internal static string ErrorType(Exception exception) => exception.GetType().FullName!;

    private static string Layer(string operation) => operation switch
    {
        "Content.UploadFragment" => "fragment",
        "Content.DownloadBytes" => "download",
        _ => "call",
    };

    private static TagList Tags(string operation, string? errorType)
    {
        var tags = new TagList { { "onedrive.operation", operation } };
        if (errorType is not null)
            tags.Add("error.type", errorType);
        return tags;
    }
}
