using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace OneDrive.Sdk.Tests.Leaks;

/// <summary>
/// Listens to everything that the SDK says while the tests of an assembly run: every exception it throws, every span and measurement, every
/// message, and every file that a test leaves. <see cref="NoLeakTests"/> looks at what was found when all others are done.
/// </summary>
internal static class LeakListener
{
    private const string Source = "OneDrive.Sdk";

    private static readonly string[] Shipped = [Source, "OneDrive.Sdk.Azure", "OneDrive.Sdk.DistributedCache"];
    private const long LargestFile = 256 * 1024;

    private static readonly ConcurrentDictionary<string, string> Found = new();

    /// <summary>An exception is thrown on by each method that awaits, and many say the same; each text is looked at once.</summary>
    private static readonly ConcurrentDictionary<string, bool> Said = new();

    /// <summary>Some tests make folders that lead back to themselves.</summary>
    private static readonly EnumerationOptions WithoutLinks =
        new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = true };

    [ThreadStatic]
    private static bool _isBusy;

    internal static IReadOnlyCollection<string> Leaks => [.. Found.Where(leak => !IsPlanted(leak.Key)).Select(leak => leak.Value)];

    /// <summary>Where the search has found what its own test planted.</summary>
    internal static IReadOnlyCollection<string> Planted => [.. Found.Keys.Where(IsPlanted).Order(StringComparer.Ordinal)];

    /// <summary>A factory for clients whose test brings none.</summary>
    internal static ILoggerFactory LoggerFactory { get; } = new ListeningLoggerFactory();

    [ModuleInitializer]
    internal static void Start()
    {
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => OnException(thrown.Exception);
        ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == Source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = OnActivity,
        });
        var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == Source)
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => OnTags(instrument, tags));
        meters.SetMeasurementEventCallback<int>((instrument, _, tags, _) => OnTags(instrument, tags));
        meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => OnTags(instrument, tags));
        meters.Start();
    }

    internal static void Hear(string kind, string? text)
    {
        if (SecretShapes.Find(text) is { } secret)
            Found.TryAdd($"{kind} {secret[..Math.Min(secret.Length, 12)]}", $"{kind}: '{secret}' in: {text}");
    }

    /// <summary>Looks into the files that a test wrote.</summary>
    internal static void SearchFiles(string directory)
    {
        foreach (var file in new DirectoryInfo(directory).EnumerateFiles("*", WithoutLinks))
        {
            // A pipe has no length, and would never end.
            if (file.Length is > 0 and <= LargestFile)
                Hear("file", $"{file.Name}: {File.ReadAllText(file.FullName, System.Text.Encoding.Latin1)}");
        }
    }

    private static bool IsPlanted(string key) => key.EndsWith(SecretShapes.Planted, StringComparison.Ordinal);

    private static void OnException(Exception exception)
    {
        if (_isBusy
            || !Shipped.Contains(exception.GetType().Assembly.GetName().Name, StringComparer.Ordinal)
            || !Said.TryAdd(WordsOf(exception), true))
        {
            return;
        }

        _isBusy = true;
        try
        {
            Hear("exception", exception.ToString());
        }
        finally
        {
            _isBusy = false;
        }
    }

    private static string WordsOf(Exception exception) =>
        $"{exception.Message}\n{(exception.InnerException is { } inner ? WordsOf(inner) : "")}";

    private static void OnActivity(Activity activity)
    {
        Hear("span", $"{activity.DisplayName} {activity.StatusDescription}");
        foreach (var (name, value) in activity.TagObjects)
            Hear("span", $"{name}={value}");
        foreach (var happened in activity.Events)
            Hear("span", $"{happened.Name} {string.Join(' ', happened.Tags.Select(tag => $"{tag.Key}={tag.Value}"))}");
    }

    private static void OnTags(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var (name, value) in tags)
            Hear("measurement", $"{instrument.Name} {name}={value}");
    }
}
