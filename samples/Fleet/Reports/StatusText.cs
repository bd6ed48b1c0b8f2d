using System.Globalization;
using System.Text;
using System.Text.Json;

namespace OneDrive.Sdk.Fleet.Reports;

/// <summary>Writes the state of the fleet, for people and for programs.</summary>
internal static class StatusText
{
    internal static string Write(FleetStatus status)
    {
        var text = new StringBuilder();
        if (status.Copies.Count == 0)
            text.AppendLine("Nothing is planned. Use: fleet plan FOLDER");
        foreach (var copy in status.Copies)
            Write(text, copy);
        if (status.Copies.Count > 0)
            text.AppendLine($"workers   {(status.Workers.Count == 0 ? "none" : string.Join(", ", status.Workers))}");
        foreach (var limit in status.Limits)
        {
            var rate = limit.Rate is { } learned ? Number($"{learned:0.#} resource units a second") : "no limit met yet";
            var pause = limit.Pause > TimeSpan.Zero ? Number($", all pause for {limit.Pause.TotalSeconds:0.#} s") : "";
            text.AppendLine(Number($"limits    {Count(limit.Processes, "process", "processes")}, {rate}{pause}"));
        }

        return text.ToString();
    }

    internal static string WriteJson(FleetStatus status)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteBoolean("isEnded", status.IsEnded);
            json.WriteStartArray("copies");
            foreach (var copy in status.Copies)
                Write(json, copy);
            json.WriteEndArray();
            json.WriteStartArray("workers");
            foreach (var worker in status.Workers)
                json.WriteStringValue(worker);
            json.WriteEndArray();
            json.WriteStartArray("limits");
            foreach (var limit in status.Limits)
            {
                json.WriteStartObject();
                json.WriteNumber("pauseSeconds", limit.Pause.TotalSeconds);
                json.WriteNumber("processes", limit.Processes);
                if (limit.Rate is { } rate)
                    json.WriteNumber("unitsPerSecond", rate);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    internal static string Count(int number, string one, string more) => Number($"{number} {(number == 1 ? one : more)}");

    internal static string Bytes(double bytes) => bytes switch
    {
        >= 1 << 30 => Number($"{bytes / (1 << 30):0.0} GiB"),
        >= 1 << 20 => Number($"{bytes / (1 << 20):0.0} MiB"),
        >= 1 << 10 => Number($"{bytes / (1 << 10):0.0} KiB"),
        _ => Number($"{bytes:0} bytes"),
    };

    private static void Write(StringBuilder text, CopyStatus copy)
    {
        var share = copy.Files == 0 ? 100 : 100.0 * (copy.Done + copy.Failed) / copy.Files;
        text.AppendLine(Number($"copy {copy.Copy.Id}    {copy.Copy.Source} to {copy.Copy.Drive}:/{copy.Copy.Folder}"));
        text.AppendLine(Number(
            $"files     {copy.Done:#,0} of {copy.Files:#,0} ({share:0} % ended), {Bytes(copy.DoneBytes)} of {Bytes(copy.Bytes)}"));
        var waiting = copy.Batches - copy.EndedBatches - copy.RunningBatches;
        text.AppendLine(Number($"batches   {copy.EndedBatches} ended, {copy.RunningBatches} in transfer, {waiting} waiting"));
        if (!copy.IsEnded)
        {
            text.AppendLine(Number(
                $"rate      {copy.FilesPerSecond:0.0} files/s, {Bytes(copy.BytesPerSecond)}/s; time left {Left(copy.TimeLeft)}"));
        }

        if (copy.Failed > 0)
        {
            var causes = copy.Failures.OrderByDescending(one => one.Value).Select(one => $"{one.Value} × {one.Key}");
            text.AppendLine(Number($"failures  {copy.Failed:#,0}: {string.Join(", ", causes)}"));
        }
    }

    private static void Write(Utf8JsonWriter json, CopyStatus copy)
    {
        json.WriteStartObject();
        json.WriteNumber("id", copy.Copy.Id);
        json.WriteNumber("files", copy.Files);
        json.WriteNumber("done", copy.Done);
        json.WriteNumber("failed", copy.Failed);
        json.WriteNumber("waiting", copy.Waiting);
        json.WriteNumber("bytes", copy.Bytes);
        json.WriteNumber("doneBytes", copy.DoneBytes);
        json.WriteNumber("filesPerSecond", copy.FilesPerSecond);
        if (copy.TimeLeft is { } left)
            json.WriteNumber("secondsLeft", left.TotalSeconds);
        json.WriteStartObject("failures");
        foreach (var (cause, count) in copy.Failures)
            json.WriteNumber(cause, count);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Left(TimeSpan? left) => left switch
    {
        null => "not known",
        { TotalHours: >= 24 } => Number($"{left.Value.TotalDays:0.0} days"),
        _ => left.Value.ToString(left.Value.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture),
    };

    private static string Number(FormattableString text) => FormattableString.Invariant(text);
}
