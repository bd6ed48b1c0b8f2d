using System.Net.Http.Headers;
using OneDrive.Sdk.Emulator;

namespace OneDrive.Sdk.StressTests.Service;

/// <summary>The bytes of one recorded fragment.</summary>
internal sealed record SentFragment(long Start, long End)
{
    internal static SentFragment Of(TrafficEntry entry)
    {
        var range = ContentRangeHeaderValue.Parse(entry.RequestHeaders["Content-Range"]);
        return new SentFragment(range.From!.Value, range.To!.Value + 1);
    }
}
