using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using OneDrive.Sdk.Diagnostics;
using OneDrive.Sdk.Errors;

namespace OneDrive.Sdk.Http.Throttling;

/// <summary>The log messages, metrics and exceptions of a gate.</summary>
internal static class GateMessages
{
    /// <summary>A request whose caller does not accept the current pause.</summary>
    internal static ThrottledException NotSent(ILogger logger, string gate, string operation, TimeSpan wait)
    {
        Log.NotSent(logger, operation, wait);
        Instruments.NotSent.Add(1, new TagList { { "onedrive.operation", operation }, { "onedrive.gate", gate } });
        return ErrorReader.NotSent(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{operation} was not sent: the Retry-After of the service does not elapse for another {wait.TotalSeconds:0.###} s, "
                + $"which is longer than Retry.MaxRetryAfter or Retry.MaxElapsed allows. Send it again after that time."),
            wait);
    }

    internal static void Waited(string gate, GateTicket ticket)
    {
        if (!Instruments.ThrottleWait.Enabled)
            return;
        Instruments.ThrottleWait.Record(
            ticket.SentAt - ticket.EnteredAt, new TagList { { "onedrive.reason", ticket.WaitedFor }, { "onedrive.gate", gate } });
    }

    /// <summary>The reason for waiting, as text for a message.</summary>
    internal static string Words(AdmissionWait wait) => wait switch
    {
        AdmissionWait.CoolDown => "the end of the Retry-After of the service",
        AdmissionWait.Pacing => "its turn below the limit of the service",
        _ => "a concurrency lease",
    };
}
